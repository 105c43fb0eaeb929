const key = "tenken.follow";

/** True unless the user switched off that checks follow the edits. Where nothing may be stored, the choice lasts as long as the page. */
export function followsEdits(): boolean {
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
}

export function keepFollowing(following: boolean): void {
  try {
    localStorage.setItem(key, following ? "on" : "off");
  } catch {
    // Private windows and strict policies store nothing.
  }
}
