import { inert } from "../../core/wording/hidden.ts";

/** Milliseconds that a browser may take to read a download. */
const readBy = 60_000;

/** Downloads bytes as a file. */
export function download(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  // A name can seem to end otherwise than it does.
  link.download = inert(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), readBy);
}
