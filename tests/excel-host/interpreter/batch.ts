import { ExcelError } from "../model/refusal.ts";
import { Arguments, ObjectArgument } from "./arguments.ts";
import type { HostObject } from "./host-object.ts";
import type { Members } from "./members.ts";
import type { Query } from "./query.ts";
import { actionType, pathType, type Action, type ArgumentInfo, type Json, type ObjectPath, type Request, type Response, type Result } from "./wire.ts";

/** What a batch needs of the session it runs in. */
export interface Surroundings {
  readonly root: HostObject;
  readonly members: Members;
  readonly query: Query;
  /** An object outside the workbook; undefined for an unknown type. */
  readonly create: (type: string) => HostObject | undefined;
  readonly reference: (id: string) => HostObject;
  readonly keep: (object: HostObject) => void;
  /** Called before every change; may throw the error that the change is to fail with. */
  readonly beforeWrite: (member: string) => void;
  readonly onError: (error: unknown, action: Action) => ExcelError;
}

/** Runs the actions of one request in order. After an error the rest is skipped; finished actions stay done. */
export class Batch {
  readonly #objects = new Map<number, HostObject | null>();

  constructor(
    private readonly request: Request,
    private readonly around: Surroundings,
  ) {}

  run(): Response {
    const results: Result[] = [];
    const traces: number[] = [];
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        const value = this.#perform(action);
        if (action.ActionType === actionType.trace) traces.push(action.Id);
        if (value !== undefined) results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        const { code, message } = this.around.onError(error, action);
        const location = `${this.#typeOf(action)}.${action.Name ?? ""}`;
        return { Results: results, TraceIds: traces, Error: { Code: code, Message: message, Location: location, ActionIndex: index, HttpStatusCode: 400 } };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  #perform(action: Action): Json | undefined {
    if (action.ActionType === actionType.trace) return null;
    const object = this.#object(action.ObjectPathId);
    switch (action.ActionType) {
      case actionType.instantiate:
        return object === null ? null : this.around.query.identity(object);
      case actionType.query:
        return object === null ? null : this.around.query.value(object, action.QueryInfo ?? {});
      case actionType.method:
        return object === null ? null : this.#call(object, action);
      case actionType.setProperty:
        this.#set(object, action);
        return undefined;
      default:
        throw this.around.members.unknown(object ?? this.around.root, `action ${action.ActionType}`);
    }
  }

  #call(object: HostObject, action: Action): Json {
    const name = action.Name ?? "";
    if (name === "_KeepReference") {
      this.around.keep(object);
      return null;
    }
    const call = this.around.members.get(object, object.calls, name);
    if (call.writes === true) this.around.beforeWrite(`${object.type}.${name}`);
    return call.run(this.#arguments(action.ArgumentInfo));
  }

  #set(object: HostObject | null, action: Action): void {
    if (object === null) throw new ExcelError("InvalidObjectPath", "a null object has no properties to set");
    const name = action.Name ?? "";
    const { write } = this.around.members.get(object, object.scalars, name);
    if (write === undefined) throw this.around.members.unknown(object, `${name} =`);
    this.around.beforeWrite(`${object.type}.${name}`);
    write(this.#resolved(action.ArgumentInfo?.Arguments?.[0]));
  }

  /** Objects inside a plain object are named by their path and not listed with the arguments (measured with office-js 1.1.110). */
  #resolved(value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    if ("_ObjectPathId" in value && typeof value._ObjectPathId === "number") return new ObjectArgument(this.#object(value._ObjectPathId));
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.#resolved(member)]));
  }

  /** Follows each path once in a batch, since a path that adds something must not add it twice. */
  #object(pathId: number): HostObject | null {
    const known = this.#objects.get(pathId);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[pathId];
    if (path === undefined) throw new ExcelError("InvalidObjectPath", `no object path ${pathId}`);
    const found = this.#follow(path);
    this.#objects.set(pathId, found);
    return found;
  }

  #follow(path: ObjectPath): HostObject | null {
    const name = path.Name ?? "";
    if (path.ObjectPathType === pathType.global) return this.around.root;
    if (path.ObjectPathType === pathType.reference) return this.around.reference(name);
    if (path.ObjectPathType === pathType.nullObject) return null;
    if (path.ObjectPathType === pathType.newObject) return this.#created(name);
    const parent = this.#object(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    if (path.ObjectPathType === pathType.property) return this.around.members.get(parent, parent.links, name).open();
    if (path.ObjectPathType === pathType.indexer) return this.#item(parent, path);
    const finder = this.around.members.get(parent, parent.finders, name);
    if (finder.writes === true) this.around.beforeWrite(`${parent.type}.${name}`);
    return finder.find(this.#arguments(path.ArgumentInfo));
  }

  #created(type: string): HostObject {
    const object = this.around.create(type);
    if (object === undefined) throw this.around.members.unknown(this.around.root, `new ${type}`);
    return object;
  }

  #item(parent: HostObject, path: ObjectPath): HostObject {
    if (parent.item === undefined) throw this.around.members.unknown(parent, "[item]");
    return parent.item(path.ArgumentInfo?.Arguments?.[0]);
  }

  #arguments(info: ArgumentInfo | null | undefined): Arguments {
    const references = info?.ReferencedObjectPathIds ?? [];
    return new Arguments(
      (info?.Arguments ?? []).map((value, index) => {
        const pathId = references[index];
        return typeof pathId === "number" && pathId !== 0 ? new ObjectArgument(this.#object(pathId)) : value;
      }),
    );
  }

  #typeOf(action: Action): string {
    return this.#objects.get(action.ObjectPathId)?.type ?? "Object";
  }
}
