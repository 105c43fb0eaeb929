import type { ExcelHost } from "../interpreter/host.ts";
import { actionTypes, eventMessage, messageShape, methodShape, replyTo, type Message, type Method } from "./messages.ts";

export interface TransportOptions {
  readonly host: ExcelHost;
  readonly origin: string;
  readonly locale: string;
  /** Sends a text to the pane. */
  readonly send: (message: string) => void;
}

/** How a command of the ribbon ended. */
export interface Completed {
  readonly commandId: string;
  /** 0 if the function was found and completed. */
  readonly status: number;
}

const commandEvent = "appCommandInvoked";
const dispatch = { richApi: 93, completed: 94, saveSettings: 76, refreshSettings: 75 } as const;

/** The parent's side of the conversation with one pane. */
export class Transport {
  /** Called when a ribbon command calls `completed`. */
  onCompleted: (command: Completed) => void = () => undefined;
  readonly #registered = new Set<string>();
  /** Clicks before the pane listened. */
  readonly #commands: unknown[] = [];

  constructor(
    readonly conversation: string,
    private readonly options: TransportOptions,
  ) {
    options.host.onEvents = (entries) => this.#tell("richApiMessage", { ArrayData: entries });
    options.host.onSelection = () => this.#tell("documentSelectionChanged", {});
  }

  /** The name of the frame, in which Office.js finds its host. */
  get frameName(): string {
    return JSON.stringify({
      baseFrameName: `_xdm_${this.conversation}`,
      hostInfo: `Excel$Web$16.01$${this.options.locale}$${this.conversation}$$$0`,
      xdmInfo: `${this.conversation}|control|${this.options.origin}/`,
      serializerVersion: 1,
      flights: "[]",
    });
  }

  /** Answers one message; undefined if it came from a pane that is closed by now. */
  async receive(text: string): Promise<string | undefined> {
    const parsed = messageShape.safeParse(JSON.parse(text));
    if (!parsed.success || parsed.data._conversationId !== this.conversation) return undefined;
    const answer = await this.#answer(parsed.data).catch((error: unknown) => this.#broken(error));
    const reply = replyTo(parsed.data, this.options.origin, answer);
    if (parsed.data._actionType !== actionTypes.register) return reply;
    // Office.js attaches a handler when this answer arrives. It is sent like the events, so that it comes before them.
    this.options.send(reply);
    this.#listen(parsed.data._actionName);
    return undefined;
  }

  #listen(name: string): void {
    this.#registered.add(name);
    if (name === commandEvent) for (const data of this.#commands.splice(0)) this.#tell(name, data);
  }

  /** The user clicks a command of the ribbon. */
  invoke(functionName: string, commandId: string): void {
    const data = { 0: commandId, 1: functionName, 2: JSON.stringify({ source: { id: commandId } }) };
    if (this.#registered.has(commandEvent)) this.#tell(commandEvent, data);
    else this.#commands.push(data);
  }

  /** An error of the stand-in, or of a test's work between two requests. The pane goes on, and the test fails at its end. */
  #broken(error: unknown): unknown {
    this.options.host.log.violation("stand-in", error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { Version: 1, Error: 5001 };
  }

  #tell(name: string, data: unknown): void {
    if (this.#registered.has(name)) this.options.send(eventMessage(this.conversation, this.options.origin, name, data));
  }

  async #answer(message: Message): Promise<unknown> {
    if (message._actionType === actionTypes.register) return { Error: 0 };
    if (message._actionType === actionTypes.unregister) {
      this.#registered.delete(message._actionName);
      return { Error: 0 };
    }
    if (message._actionName === "ContextActivationManager_getAppContextAsync") return this.#context();
    return message._actionName === "executeMethod" ? this.#execute(methodShape.parse(message._data)) : null;
  }

  async #execute(method: Method): Promise<unknown> {
    const { host } = this.options;
    switch (method.DdaMethod.DispatchId) {
      case dispatch.richApi:
        return this.#richApi(method);
      case dispatch.completed:
        this.onCompleted({ commandId: String(method["0"]), status: Number(method["1"]) });
        return { Version: 1, Error: 0 };
      case dispatch.saveSettings:
        return { Version: 1, Error: host.saveSettings(method.DdaSettingsMethod?.Properties ?? []) };
      case dispatch.refreshSettings:
        return { Version: 1, Error: 0, Properties: { Settings: [...(host.faults.settingsVanish ? [] : host.book.settings)].map(([Name, Value]) => ({ Name, Value })) } };
      default:
        host.log.violation("unknown-member", `method ${method.DdaMethod.DispatchId} of the common API`);
        return { Version: 1, Error: 5001 };
    }
  }

  async #richApi({ ArrayData: data }: Method): Promise<unknown> {
    const [, , , , body, , flags] = data ?? [];
    const answer = await this.options.host.answer(String(body), Number(flags));
    return "error" in answer ? { Version: 1, Error: answer.error } : { Version: 1, Error: 0, Data: [200, [], answer.body] };
  }

  #context(): unknown {
    const { host, locale } = this.options;
    return {
      _id: "control",
      _appName: 16,
      _appVersion: 16,
      _appMinorVersion: 0,
      _appUILocale: locale,
      _dataLocale: locale,
      _docUrl: `https://localhost/${encodeURIComponent(host.book.name)}`,
      _clientMode: host.book.readOnly ? 0 : 1,
      _settings: [...host.book.settings],
      _reason: "documentOpened",
      _osfControlType: 1,
      _eToken: "",
      _correlationId: this.conversation,
      _appInstanceId: this.conversation,
      _requirementMatrix: JSON.stringify({ excelapi: host.api, delayforcelledit: "1.1", ribbonapi: "1.1", sharedruntime: "1.1" }),
      _dialogRequirementMatrix: "{}",
      _hostFullVersion: "16.0.15407.10000",
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 0,
      _addinName: "Tenken",
      _clientWindowHeight: 800,
      _clientWindowWidth: 320,
      _wacHostEnvironment: "0",
    };
  }
}
