import type { Compiler } from "webpack";

export class NoticesPlugin {
  apply(compiler: Compiler): void;
}
