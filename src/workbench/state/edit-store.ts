import type { KeptEdit } from "../worker/messages.ts";

/** The unsaved edits of a file. */
export interface StoredEdits {
  /** Of the file's content as it was opened or saved last. */
  readonly fingerprint: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
  readonly edits: readonly KeptEdit[];
}

/** Where unsaved edits are kept, by the fingerprint of their file. */
export interface EditStore {
  get(fingerprint: string): Promise<unknown>;
  put(edits: StoredEdits): Promise<void>;
  remove(fingerprint: string): Promise<void>;
}

/** The most files whose edits are kept; the oldest go first. */
const mostFiles = 20;
const table = "mends";

/** The browser's own store; one that keeps nothing where the browser has none for this page. */
export function browserEdits(): EditStore {
  const database = openDatabase();
  const within = async <Result>(mode: IDBTransactionMode, work: (all: IDBObjectStore) => IDBRequest<Result>): Promise<Result | undefined> => {
    const opened = await database;
    return opened && result(work(opened.transaction(table, mode).objectStore(table)));
  };
  return {
    get: (fingerprint) => within<unknown>("readonly", (all) => all.get(fingerprint)),
    put: async (edits) => {
      await within("readwrite", (all) => all.put(edits));
      const oldest = (await within("readonly", (all) => all.index("at").getAllKeys())) ?? [];
      for (const key of oldest.slice(0, -mostFiles)) await within("readwrite", (all) => all.delete(key));
    },
    remove: async (fingerprint) => {
      await within("readwrite", (all) => all.delete(fingerprint));
    },
  };
}

async function openDatabase(): Promise<IDBDatabase | undefined> {
  try {
    const request = indexedDB.open("tenken", 1);
    request.onupgradeneeded = () => request.result.createObjectStore(table, { keyPath: "fingerprint" }).createIndex("at", "at");
    return await result(request);
  } catch {
    // Private windows and strict policies store nothing.
    return undefined;
  }
}

function result<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the store failed"));
  });
}
