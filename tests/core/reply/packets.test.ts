import { describe, expect, it } from "vitest";
import { osakaWard } from "../../../src/core/form/built-in.ts";
import type { Form, FormColumn } from "../../../src/core/form/schema.ts";
import { inspectFully } from "../../../src/core/inspect.ts";
import { replyPackets } from "../../../src/core/reply/packets.ts";
import type { Reply } from "../../../src/core/reply/reply.ts";
import type { Language } from "../../../src/core/wording/language.ts";
import { cleanRows, gridOf, type Cells } from "../sheet.ts";

/** The clean sheet, with a column of sections where some are given. */
function replyOf(source: string, put: Cells, sections: readonly string[] = [], language: Language = "ja", form: Form = osakaWard): Reply {
  const rows = sections.length === 0 ? cleanRows : cleanRows.map((row, index) => [...row, ...new Array<string>(12 - row.length).fill(""), index === 0 ? "担当課" : (sections[index - 3] ?? "")]);
  const inspection = inspectFully(gridOf(rows, put), form);
  if (!inspection) throw new Error("no table found");
  return { inspection, findings: inspection.findings, form, language, day: { year: 2026, month: 11, day: 24 }, source };
}

/** The cells that a packet's list names. */
const listed = (packet: ReturnType<typeof replyPackets>[number]) => packet.list.rows.flatMap((row) => row.flatMap((cell) => (/^[A-Z]+\d+$/.test(String(cell?.value)) ? [String(cell?.value)] : [])));

describe("replyPackets", () => {
  it("has a packet for each office with findings", () => {
    const packets = replyPackets([replyOf("旭区.xlsx", { D4: "順調 " }), replyOf("北区.xlsx", {}), replyOf("西区.TXT", { I4: "" })]);
    expect(packets.map(({ folder, subject }) => [folder, subject])).toEqual([
      ["旭区", "評価シートの確認について（依頼）【旭区.xlsx】"],
      ["西区", "評価シートの確認について（依頼）【西区.TXT】"],
    ]);
    expect(packets.map(listed)).toEqual([["D4"], ["I4"]]);
  });

  it("has one for the office and one for each section, each with its own findings", () => {
    const packets = replyPackets([replyOf("旭区.xlsx", { I4: "", I6: "", I11: "" }, ["総務課", "総務課", "市民/課", "", "", "", "", ""])]);
    expect(packets.map((packet) => [packet.folder, ...listed(packet)])).toEqual([
      ["旭区", "I4", "I6", "I11"],
      ["旭区/担当別/総務課", "I4"],
      ["旭区/担当別/市民_課", "I6"],
      ["旭区/担当別/担当の記載なし", "I11"],
    ]);
    expect(packets.map(({ text }) => text.split("\n")[1])).toEqual(["", "担当：総務課", "担当：市民/課", "担当の記載なし"]);
  });

  it("gives an office with one section one packet", () => {
    expect(replyPackets([replyOf("旭区.xlsx", { I4: "" }, ["総務課"])]).map(({ folder }) => folder)).toEqual(["旭区"]);
  });

  it("finds the sections beside the table where the sheet lacks the form's own column, whatever that is called", () => {
    const own: FormColumn = { id: "constructor", level: "initiative", holds: "section", name: { ja: "所属", en: "office" }, header: ["所属"], optional: true };
    const form = { ...osakaWard, columns: [...osakaWard.columns, own] };
    expect(replyPackets([replyOf("旭区.xlsx", { I4: "", I6: "" }, ["総務課", "総務課", "市民課"], "ja", form)]).map(({ folder }) => folder)).toContain("旭区/担当別/市民課");
  });

  it("tells the sheets of one file, and equal names, apart", () => {
    const [one, other] = [replyOf("../a.xlsx", { I4: "" }), replyOf("../a.csv", { I4: "" })];
    expect(replyPackets([one, other, one]).map(({ folder }) => folder)).toEqual(["_a 評価シート", "_a", "_a 評価シート (2)"]);
    expect(replyPackets([replyOf("", { I4: "" }, [], "en")]).map(({ folder, letterFile, listFile }) => [folder, letterFile, listFile])).toEqual([["Evaluation sheet", "Reply", "Findings"]]);
  });
});
