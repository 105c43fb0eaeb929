import type { Code } from "../form/code.ts";
import type { FormColumn } from "../form/schema.ts";
import type { Fact, Facts, Fix, Severity } from "../model/finding.ts";
import type { CellPlace } from "../model/address.ts";
import type { Evaluation } from "../tree/evaluation.ts";
import type { TreeNode } from "../tree/tree.ts";
import type { Language, Wording } from "../wording/language.ts";

/** The description of a rule in one language. */
export interface About {
  readonly title: string;
  readonly why: string;
  readonly how: string;
  /** The rest of it, which only rows below each other need: on a card a value stands beside its label. */
  readonly howInRows?: string;
  /** One case, for the manual. */
  readonly example: string;
}

/** A fault at one cell, as a rule reports it; the engine adds the rule's id, the severity and the text found. */
export interface Report {
  readonly at: CellPlace;
  /** The node of the cell; left out where the finding belongs to the table. */
  readonly node?: TreeNode;
  /** For the {names} of the message. `found`, the text at the cell, is always added. A function where they are costly: of very many findings most are only counted. */
  readonly facts?: Facts | (() => Facts);
  readonly related?: readonly CellPlace[];
  readonly fix?: Fix | null;
}

/**
 * One rule: its description, its messages, and a check that knows nothing of ids, severities and switches.
 * A message names facts in braces: "{found}".
 */
export interface Rule<Id extends string = string, Message extends string = string> {
  readonly id: Id;
  readonly severity: Severity;
  /** Suppresses other findings at every cell that it reports or names. */
  readonly alone?: true;
  /** The only kinds of cells that it reads, where looking at them takes long: after the edit of others it finds nothing where it found nothing before. */
  readonly looksAt?: readonly FormColumn["holds"][];
  readonly about: Readonly<Record<Language, About>>;
  readonly messages: Readonly<Record<Message, Wording>>;
  /** How to fix what a message tells, where it is not what the description says. */
  readonly hows?: Readonly<Partial<Record<Message, Wording>>>;
  check(evaluation: Evaluation, report: (message: Message, report: Report) => void): void;
}

/** Keeps the rule's own id and message names for the compiler. */
export function defineRule<const Id extends string, Message extends string>(rule: Rule<Id, Message>): Rule<Id, Message> {
  return rule;
}

/** The fact of a node's code in the sheet's writing: the given code, otherwise the node's own; "" if none is known. */
export function codeFact(evaluation: Evaluation, node: TreeNode, code: Code | undefined = evaluation.code(node)): Fact {
  if (code) return { code: evaluation.write(node, code) };
  return { code: evaluation.reading(node).given };
}

/** The fact of the node's expected code. */
export function expectedFact(evaluation: Evaluation, node: TreeNode): Fact {
  return codeFact(evaluation, node, evaluation.expectedCode(node));
}

/** The fact of a node's level, in the form's word. */
export function levelFact(evaluation: Evaluation, node: TreeNode): Fact {
  return { level: evaluation.depthOf(node) };
}
