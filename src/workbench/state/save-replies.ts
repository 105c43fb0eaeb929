import { replyPackets } from "../../core/reply/packets.ts";
import type { Reply } from "../../core/reply/reply.ts";
import type { FileWorkers } from "../worker/file-workers.ts";
import { download } from "./download.ts";
import { workbenchTexts } from "./texts.ts";

/** Downloads the letters of checked sheets, their drafts and lists, as one zip file; nothing where no sheet has findings. @throws {Refusal} too-long, internal, cancelled */
export async function saveReplies(workers: FileWorkers, sheets: readonly Reply[]): Promise<void> {
  const packets = replyPackets(sheets);
  const [first] = sheets;
  if (first && packets.length > 0) download(await workers.replies(packets), workbenchTexts[first.language].repliesFile);
}
