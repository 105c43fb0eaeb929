import { accept, type Consent } from "../../core/acceptance/acceptance.ts";
import { withAcceptance, withoutAcceptance, type Acceptances } from "../../core/acceptance/list.ts";
import type { Finding } from "../../core/model/finding.ts";
import type { KnownForm } from "../../core/form/known.ts";
import type { Form } from "../../core/form/schema.ts";
import { withAnswer } from "../../core/infer/answers.ts";
import type { Watch } from "../../core/model/ports.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { activeCheck, activeState, afterSelecting, checkedWith, checkOf, checkWith, entriesShown, findingBeside, findingsShown, firstFindingFrom, homeOf, isShown, misfitKey, misfitOf, newsOf, sameEntry, shownCheck, sorted, without, withState } from "./checks.ts";
import type { HostAdapter, SheetCheck } from "./host-adapter.ts";
import type { Filter } from "./filter.ts";
import { isFinding, isLevel, type Entry, type Kind } from "./kinds.ts";
import { InputRuleEditor } from "./input-rules.ts";
import { DocumentSettings } from "./document-settings.ts";
import { FirstChecks } from "./first-checks.ts";
import { ListMemory } from "./list-memory.ts";
import { Fixer } from "./fixer.ts";
import { SettingsChanger } from "./settings-changer.ts";
import { Summarizer } from "./summarizer.ts";
import { Operation } from "./operation.ts";
import type { Spot } from "./order.ts";
import { hasTable, newSession, refusedCheck, type CheckState, type Grouping, type News, type SessionState, type View } from "./state.ts";
import { Store } from "./store.ts";

/** The state and actions of the pane, without its looks. One for each window. */
export class Session extends Store<SessionState> {
  readonly documentSettings: DocumentSettings;
  readonly fixer: Fixer;
  readonly summarizer: Summarizer;
  readonly inputRuleEditor: InputRuleEditor;
  readonly settingsChanger: SettingsChanger;
  readonly list = new ListMemory();
  readonly #running = new Map<string, Operation<CheckState>>();
  readonly #firstChecks = new FirstChecks();

  constructor(readonly adapter: HostAdapter) {
    super(newSession);
    adapter.onSelect((place) => this.set(afterSelecting(this.get(), place)));
    this.documentSettings = new DocumentSettings(adapter.memory);
    this.settingsChanger = new SettingsChanger(this.documentSettings, {
      active: () => this.get().sheet?.id,
      check: (sheetId) => this.check(sheetId),
      isOpenToForms: (sheetId) => ["inferred", "file"].includes(checkOf(this.get(), sheetId)?.inspection.form.from ?? ""),
      outdate: (isOf) => this.#outdate(isOf),
    });
    this.summarizer = new Summarizer(adapter.summaries);
    this.inputRuleEditor = new InputRuleEditor(
      adapter.fixable,
      (sheetId) => checkOf(this.get(), sheetId)?.inspection.overview.inputRules,
      (sheetId) => this.documentSettings.readBy(sheetId).forms,
    );
    this.fixer = new Fixer(adapter.fixable, {
      sheetsWith: (sheetId) => checkedWith(this.get(), sheetId),
      checkAgain: async (sheetId) => {
        const { current, place } = this.get();
        await this.check(sheetId, current ?? (place && { at: place }));
        await this.#keepCheck(sheetId);
      },
      tell: (outcome) => this.set({ news: { kind: "fix", outcome } }),
    });
  }

  /** The form with which the active sheet was checked; before that the first one to try. */
  get form(): Form {
    return activeCheck(this.get())?.form ?? this.documentSettings.formOf(this.get().sheet?.id);
  }

  /** Makes a sheet active; undefined if there is none. */
  show(sheet: SessionState["sheet"]): void {
    if (sheet?.id === this.get().sheet?.id) return;
    // Going from card to card leaves the list as it is.
    this.set({ sheet, place: undefined, ...(!(sheet && isShown(this.get(), sheet.id)) && { current: undefined, news: newsOf(this.get(), activeState({ ...this.get(), sheet })) }) });
    this.documentSettings.show(sheet?.id);
  }

  /** Checks a sheet; the user is then at the first finding from a spot, else where they were as long as it is found again. Resolves when the result is shown, whatever it is. */
  check(sheetId: string, from?: Spot): Promise<CheckState> {
    const operation = this.#running.get(sheetId) ?? new Operation(refusedCheck);
    this.#running.set(sheetId, operation);
    const before = checkOf(this.get(), sheetId);
    return operation.replace(
      (done, slow) => this.#put(sheetId, { phase: "busy", done, slow, before }),
      (watch) => this.#run(sheetId, watch),
      (state) => {
        this.#put(sheetId, state);
        this.#follow(sheetId, state);
        this.#annotate(sheetId);
        if (this.get().sheet?.id !== sheetId) return;
        this.set({ current: from ? firstFindingFrom(this.get(), from) : sameEntry(checkOf(this.get(), sheetId), this.get().current), news: newsOf(this.get(), state) });
      },
    );
  }

  cancel(sheetId: string): void {
    this.#running.get(sheetId)?.abort();
  }

  /** Forgets a sheet that is no longer open. */
  forget(sheetId: string): void {
    this.#running.get(sheetId)?.drop();
    this.#running.delete(sheetId);
    this.#firstChecks.forget((id) => id === sheetId);
    this.documentSettings.forget(sheetId);
    this.set({ checks: without(this.get().checks, (id) => id === sheetId) });
  }

  toggleKind(kind: Kind): void {
    const kinds = new Set(this.get().filter.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    if (this.get().view !== "outline") this.set({ view: isLevel(kind) ? "review" : "findings" });
    this.filterBy({ kinds });
  }

  /** Changes what is shown. What stands at the cell selected before is shown no longer if it does not pass. */
  filterBy(patch: Partial<Filter>): void {
    this.set({ filter: { ...this.get().filter, ...patch }, isPlaceAsked: false });
    this.set({ news: { kind: "filtered", shown: entriesShown(this.get()).length } });
  }

  /** Changes the settings of the active document only. */
  settle(settings: Settings): Promise<void> {
    return this.settingsChanger.settle(settings, this.get().sheet?.id);
  }

  /** Answers a question about the form of the active sheet, for all sheets of its document with this form; undefined removes the answer. */
  async answer(question: string, value: string | undefined): Promise<void> {
    const check = shownCheck(activeState(this.get()));
    const settings = this.documentSettings.settingsOf(this.get().sheet?.id);
    if (check) await this.settle({ ...settings, answers: withAnswer(settings.answers, check.inspection.form.form, question, value) });
  }

  /** Changes the form of the active sheet, which becomes its document's own. @throws {Refusal} form-invalid @throws where the part for it does not arrive: `asRefusal` makes it not-loaded */
  async changeForm(known: KnownForm, change: (form: Form) => Form = (form) => form): Promise<void> {
    const settings = this.documentSettings.settingsOf(this.get().sheet?.id);
    const { ownForm } = await import("../../core/settings/own-form.ts");
    await this.settle({ ...settings, form: change(ownForm(known, settings)) });
  }

  /** Shows the result by the form that was used because the document's own does not fit. */
  goOn(): void {
    const check = activeCheck(this.get());
    if (!check) return;
    this.set({ goneOn: new Set([...this.get().goneOn, misfitKey(check)]), view: "findings" });
    this.#annotate(check.inspection.sheet.id);
    this.set({ news: newsOf(this.get(), activeState(this.get())) });
  }

  /** Forgets the findings of sheets to be checked anew; the active sheet shows them meanwhile. @returns those still being checked with the old settings */
  #outdate(isOf: (sheetId: string) => boolean): readonly string[] {
    const { checks, progress, sheet, current } = this.get();
    this.#firstChecks.forget(isOf);
    this.set({ checks: without(checks, (id) => isOf(id) && id !== sheet?.id), progress: without(progress, isOf), current: sheet && isOf(sheet.id) ? undefined : current });
    return [...this.#running].flatMap(([id, { isRunning }]) => (isRunning && isOf(id) ? [id] : []));
  }

  /** Accepts a finding. */
  accept(finding: Finding, consent: Consent): Promise<void> {
    return this.#decide((accepted) => withAcceptance(accepted, accept(finding, consent)), { kind: "accepted", finding });
  }

  /** Reopens an accepted finding. */
  reopen(finding: Finding): Promise<void> {
    return this.#decide((accepted, check) => withoutAcceptance(accepted, check.accepted.get(finding)), { kind: "reopened", finding });
  }

  look(view: View): void {
    this.set({ view });
  }

  group(grouping: Grouping): void {
    this.set({ grouping, news: { kind: "grouped", grouping } });
  }

  showMarks(marksShown: boolean): void {
    this.set({ marksShown });
    const { sheet } = this.get();
    if (sheet) this.#annotate(sheet.id);
  }

  /** Goes to an entry: it becomes the current one, unfolded, and its cell is selected. */
  goTo(entry: Entry): void {
    if (isFinding(entry)) this.list.fold(entry.rule, false);
    this.set({ current: entry });
    this.adapter.select(entry.at);
    // Another card that becomes active first reports its own selection.
    if (this.get().current !== entry) this.set({ current: entry });
  }

  /** Goes to the next finding (1) or the previous one (-1), and from the end to the start. */
  step(direction: 1 | -1): void {
    const finding = findingBeside(this.get(), direction);
    if (!finding) return;
    if (["review", "numbers"].includes(this.get().view)) this.set({ view: "findings" });
    this.goTo(finding);
    const findings = findingsShown(this.get());
    this.set({ news: { kind: "finding", finding, number: findings.indexOf(finding) + 1, of: findings.length } });
  }

  async #run(sheetId: string, watch: Watch): Promise<CheckState> {
    await this.documentSettings.recallSheet(sheetId);
    const checked = await this.adapter.check(sheetId, this.documentSettings.readBy(sheetId), watch);
    if (checked === "own") return { phase: "own" };
    const home = checked?.inspection.sheet.id ?? sheetId;
    if (home !== sheetId) await this.documentSettings.recallSheet(home);
    return { phase: "checked", check: checked && sorted(checked, checked.inspection.findings, this.documentSettings.known(home).accepted, this.documentSettings.decidingOf(home).form) };
  }

  /** Splits the findings of a finding's sheet anew by what is accepted now. Another sheet may have become active. */
  async #decide(decided: (accepted: Acceptances, check: SheetCheck) => Acceptances, news: News & { readonly finding: Finding; readonly kind: "accepted" | "reopened" }): Promise<void> {
    const check = checkWith(this.get(), news.finding);
    if (!check) return;
    const sheetId = check.inspection.sheet.id;
    // Its 元に戻す would take back another act.
    this.fixer.dismiss();
    const keeping = this.documentSettings.keepAccepted(sheetId, decided(this.documentSettings.known(sheetId).accepted, check));
    const state: CheckState = { phase: "checked", check: sorted(check, check.all, this.documentSettings.known(sheetId).accepted, check.misfit ?? null) };
    this.#put(sheetId, state);
    this.#follow(sheetId, state);
    this.#annotate(sheetId);
    this.set({ news, ...(isShown(this.get(), sheetId) && { current: news.kind === "accepted" ? firstFindingFrom(this.get(), news.finding) : news.finding }) });
    await keeping;
    await this.#keepCheck(sheetId);
  }

  /** Keeps the findings of the check if the user had something written into the sheet's document anyway. */
  #keepCheck(sheetId: string): Promise<void> {
    const home = homeOf(this.get(), sheetId);
    const ids = checkedWith(this.get(), sheetId);
    const isWritten = this.documentSettings.known(home).accepted.length > 0 || this.fixer.get().journal.some(({ sheet }) => ids.includes(sheet));
    return this.documentSettings.keepCheck(home, isWritten ? checkOf(this.get(), sheetId)?.inspection.findings : undefined);
  }

  /** Compares a check with the sheet's first one, or with the last one of an earlier session. */
  #follow(sheetId: string, state: CheckState): void {
    if (!hasTable(state)) return;
    const home = homeOf(this.get(), sheetId);
    const progress = this.#firstChecks.compare(home, state.check.inspection.findings, this.documentSettings.known(home).before);
    if (progress) this.set({ progress: new Map([...this.get().progress, ...checkedWith(this.get(), sheetId).map((id) => [id, progress] as const)]) });
  }

  #put(sheetId: string, state: CheckState): void {
    this.set({ checks: withState(this.get().checks, sheetId, state) });
  }

  #annotate(sheetId: string): void {
    const check = checkOf(this.get(), sheetId);
    const { findings, marks } = (!misfitOf(this.get(), check) && check?.inspection) || { findings: [], marks: [] };
    this.adapter.annotate(sheetId, { findings, marks: this.get().marksShown ? marks : [], sheets: checkedWith(this.get(), sheetId) });
  }
}
