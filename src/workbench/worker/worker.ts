import { FileService } from "./file-service.ts";
import type { Request } from "./messages.ts";

const service = new FileService();

globalThis.onmessage = ({ data, ports: [port] }: MessageEvent<Request>) => {
  if (port) void service.serve(data, port);
};
