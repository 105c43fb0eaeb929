import { createContext, Script, type Context } from "node:vm";
import { officeFile } from "../route-a/server.ts";

export interface OfficeWindowOptions {
  /** The window's name, in which Office.js finds its host. */
  readonly name: string;
  readonly origin: string;
  /** Called with each message that Office.js posts to its parent. */
  readonly post: (message: string) => void;
}

/** The globals that Office.js gives to a page. */
export interface OfficeGlobals {
  readonly Excel: unknown;
  readonly Office: unknown;
  readonly OfficeExtension: unknown;
}

/** A window without a browser. It offers what Office.js asks of a page (measured with office-js 1.1.110), and loads Office.js. */
export class OfficeWindow {
  readonly #listeners = new Set<(event: object) => void>();
  readonly #parent: object;
  readonly #context: Context;

  private constructor(private readonly options: OfficeWindowOptions) {
    this.#parent = { postMessage: options.post };
    this.#context = createContext(this.#window());
    this.#context["window"] = this.#context["self"] = this.#context;
  }

  /** Opens a window in which Office.js has started. `Office.onReady` tells when it is ready. */
  static async open(options: OfficeWindowOptions): Promise<OfficeWindow> {
    const opened = new OfficeWindow(options);
    await opened.#run("office.js");
    return opened;
  }

  /** `Excel` exists once Office.js is ready. */
  get globals(): OfficeGlobals {
    const { Excel, Office, OfficeExtension }: Record<string, unknown> = this.#context;
    return { Excel, Office, OfficeExtension };
  }

  /** The parent posts a message to the window. */
  tell(data: string): void {
    const { origin } = this.options;
    for (const listener of this.#listeners) listener({ data, origin, source: this.#parent });
  }

  #window(): Record<string, unknown> {
    const { origin, name } = this.options;
    const location = { href: `${origin}/pane.html`, protocol: "https:", origin, host: new URL(origin).host, hostname: "localhost", pathname: "/pane.html", search: "", hash: "" };
    const none = () => undefined;
    return {
      name,
      location,
      parent: this.#parent,
      top: this.#parent,
      document: this.#document(location),
      navigator: { userAgent: "Chrome/147.0.0.0", platform: "Linux x86_64", language: "ja-JP" },
      sessionStorage: storage(),
      localStorage: storage(),
      addEventListener: (kind: string, listener: (event: object) => void) => {
        if (kind === "message") this.#listeners.add(listener);
      },
      removeEventListener: (_kind: string, listener: (event: object) => void) => void this.#listeners.delete(listener),
      history: { pushState: none, replaceState: none },
      external: {},
      ...{ setTimeout, clearTimeout, setInterval, clearInterval, console, performance, crypto, URL, TextEncoder, TextDecoder },
    };
  }

  #document(location: object): object {
    const none = () => undefined;
    const scripts = [element("script", { src: `${this.options.origin}/office/office.js` })];
    const head = { appendChild: (node: Node) => this.#append(node), removeChild: none };
    const found = new Map<string, readonly object[]>([["script", scripts], ["head", [head]]]);
    return {
      ...{ location, head, body: head, domain: "localhost", readyState: "complete", cookie: "", documentElement: element("html") },
      createElement: element,
      getElementsByTagName: (tag: string) => found.get(tag) ?? [],
      getElementById: () => null,
      hasFocus: () => true,
      querySelectorAll: () => [],
      addEventListener: none,
      removeEventListener: none,
    };
  }

  /** Loads and runs an appended script, then fires its load event. */
  #append(node: Node): Node {
    const { pathname } = new URL(node.src);
    void this.#run(pathname.replace("/office/", "")).then(() => node.onload?.());
    return node;
  }

  async #run(path: string): Promise<void> {
    (await scriptOf(path)).runInContext(this.#context);
  }
}

interface Node {
  readonly src: string;
  onload?: () => void;
}

function element(tagName: string, properties: object = {}): object {
  return { tagName, style: {}, attributes: new Map(), getAttribute: () => null, setAttribute: () => undefined, ...properties };
}

function storage(): object {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

const scripts = new Map<string, Promise<Script>>();

/** Office.js is read and compiled once for all windows. */
function scriptOf(path: string): Promise<Script> {
  const script = scripts.get(path) ?? compile(path);
  scripts.set(path, script);
  return script;
}

async function compile(path: string): Promise<Script> {
  const text = await officeFile(path);
  if (text === undefined) throw new Error(`Office.js has no file ${path}`);
  return new Script(text.toString("utf8"), { filename: path });
}
