import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** True if LibreOffice is installed; tests with it are skipped otherwise. */
export const hasLibreOffice = ["soffice"].some((program) => {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

/** Opens workbooks in LibreOffice and saves them again. Returns the results by name. */
export function convert(books: ReadonlyMap<string, Uint8Array>, filter: string, extension: string): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "tenken-office-"));
  try {
    const paths = [...books].map(([name, bytes]) => {
      const path = join(folder, `${name}.xlsx`);
      writeFileSync(path, bytes);
      return path;
    });
    // An own profile, since a running office would take over the work and not do it.
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync("soffice", [profile, "--headless", "--convert-to", filter, "--outdir", join(folder, "out"), ...paths], { stdio: "ignore", timeout: 280_000 });
    return new Map([...books.keys()].map((name) => [name, new Uint8Array(readFileSync(join(folder, "out", `${name}.${extension}`)))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
