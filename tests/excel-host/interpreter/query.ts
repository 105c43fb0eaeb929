import type { Context } from "./context.ts";
import type { HostObject } from "./host-object.ts";
import type { Members } from "./members.ts";
import type { Json, QueryInfo } from "./wire.ts";

/** Answers a load: the selected members of an object, nested as the client's own objects are. */
export class Query {
  constructor(
    private readonly members: Members,
    private readonly context: Context,
  ) {}

  value(object: HostObject, info: QueryInfo): Json {
    const paths = [...(info.Select ?? []), ...(info.Expand ?? []).map((name) => `${name}/*`)].map((text) => text.trim().split(/[/.]/));
    return this.#select(object, paths, info);
  }

  /** What the client needs to find the object again. */
  identity(object: HostObject): Record<string, Json> {
    const { id, tracked } = object;
    const reference = tracked === undefined ? undefined : this.context.references.idOf(tracked);
    return {
      ...(id === undefined ? {} : { [id.name]: id.value }),
      ...(reference === undefined ? {} : { _ReferenceId: reference }),
    };
  }

  #select(object: HostObject, paths: readonly (readonly string[])[], info: QueryInfo): Json {
    if (object.items === undefined) return this.#one(object, paths);
    const skip = info.Skip ?? 0;
    const items = object.items().slice(skip, skip + (info.Top ?? Infinity));
    const ofItems = paths.map((path) => (path[0] === "items" || path[0] === "$all" ? path.slice(1) : path));
    return { _Items: items.map((item) => this.#one(item, ofItems)) };
  }

  #one(object: HostObject, paths: readonly (readonly string[])[]): Json {
    const value = this.identity(object);
    const below = new Map<string, (readonly string[])[]>();
    const isAll = paths.length === 0 || paths.some(([first = "*"]) => first === "*" || first === "$all");
    if (isAll) Object.assign(value, this.#allScalars(object));
    for (const [first = "*", ...rest] of paths) {
      if (first === "*" || first === "$all") continue;
      const name = nameIn(object.links, first);
      if (name === undefined) this.#scalar(object, first, value);
      else below.set(name, [...(below.get(name) ?? []), ...(rest.length === 0 ? [] : [rest])]);
    }
    for (const [name, rest] of below) {
      const target = this.members.get(object, object.links, name).open();
      value[name] = target === null ? null : this.#select(target, rest, {});
    }
    return value;
  }

  #scalar(object: HostObject, asked: string, value: Record<string, Json>): void {
    if (asked.toLowerCase() === "isnullobject") return;
    const name = nameIn(object.scalars, asked) ?? asked;
    const { read } = this.members.get(object, object.scalars, name);
    if (read === undefined) throw this.members.unknown(object, name);
    value[name] = read();
  }

  #allScalars(object: HostObject): Record<string, Json> {
    const known = Object.entries(object.scalars ?? {}).filter(([, scalar]) => this.members.offers(scalar));
    return Object.fromEntries(known.flatMap(([name, { read }]) => (read === undefined ? [] : [[name, read()]])));
  }
}

/** The wire name of a member that the add-in named in any case. */
function nameIn(members: Readonly<Record<string, unknown>> | undefined, asked: string): string | undefined {
  return Object.keys(members ?? {}).find((name) => name.toLowerCase() === asked.toLowerCase());
}
