const key = "tenken.person";
let typed = "";

/** The name last typed on this computer; "" if there is none. */
export function person(): string {
  try {
    return localStorage.getItem(key) ?? typed;
  } catch {
    return typed;
  }
}

export function keepPerson(name: string): void {
  typed = name;
  try {
    localStorage.setItem(key, name);
  } catch {
    // Private windows and strict policies store nothing.
  }
}
