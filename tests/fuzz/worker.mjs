import { createRequire } from "node:module";
import { parentPort, workerData } from "node:worker_threads";

const { runCase } = createRequire(import.meta.url)(workerData);

parentPort?.on("message", ({ kind, seed }) => {
  runCase(kind, seed).then(
    (outcome) => parentPort?.postMessage(outcome),
    (error) => parentPort?.postMessage(`! ${error instanceof Error ? error.stack : String(error)}`),
  );
});
