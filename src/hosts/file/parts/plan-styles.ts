import { readRelations } from "../read/relations.ts";
import { decodeStrictly, type Draft } from "./draft.ts";
import { addPart, relate } from "./add-part.ts";
import { basicStyles, StyleDraft } from "./style-draft.ts";
import { WorkbookDraft } from "./workbook-draft.ts";

const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml";

/** The style sheet of a plan: read on first use, put back once, added if the workbook has none. */
export class PlanStyles {
  #styles: StyleDraft | undefined;
  #isNew = false;

  constructor(private readonly draft: Draft) {}

  /** @throws {Refusal} damaged */
  async open(): Promise<StyleDraft> {
    if (this.#styles !== undefined) return this.#styles;
    const { part: main, folder, dialect } = await WorkbookDraft.open(this.draft);
    const known = (await readRelations(this.draft, main)).find(({ kind }) => kind === "styles")?.part;
    this.#isNew = known === undefined;
    const free = this.draft.find(`${folder}styles.xml`) === undefined ? `${folder}styles.xml` : this.draft.freeName(`${folder}styles`, ".xml");
    const text = known === undefined ? basicStyles(dialect.main) : decodeStrictly(known, await this.draft.bytes(known));
    return (this.#styles = new StyleDraft(known ?? free, text));
  }

  /** Puts back the style sheet if something was added. */
  async put(): Promise<void> {
    if (this.#styles?.isChanged !== true) return;
    const { part } = this.#styles;
    const text = this.#styles.toString();
    if (this.#isNew) {
      const { part: main, dialect } = await WorkbookDraft.open(this.draft);
      await addPart(this.draft, part, contentType, text);
      await relate(this.draft, main, `${dialect.relationships}/styles`, part);
    } else this.draft.put(part, text);
  }
}
