const key = "tenken.person";
let typed = "";

/** The name last typed on this computer; of a page from a disk, in it. "" if there is none. */
export function person(): string {
  try {
    return isFromDisk() ? typed : (localStorage.getItem(key) ?? typed);
  } catch {
    return typed;
  }
}

export function keepPerson(name: string): void {
  typed = name;
  try {
    // Chromium gives every page from a disk one storage: any of them could read the name.
    if (isFromDisk()) localStorage.removeItem(key);
    else localStorage.setItem(key, name);
  } catch {
    // Private windows and strict policies store nothing.
  }
}

function isFromDisk(): boolean {
  return location.protocol === "file:";
}
