import type { MailboxKind } from '../../../shared/domain/mailbox.ts';
import { addressProblem, trimmed } from '../../../shared/domain/registration-input.ts';

export interface ImportAccount {
  address: string;
  kind: MailboxKind;
}

/** A line that is left out; counted from 1, as a person counts. */
export interface ImportProblem {
  line: number;
  text: string;
  problem: 'not-an-address' | 'twice';
}

export interface ImportLines {
  accounts: ImportAccount[];
  problems: ImportProblem[];
}

/** As Excel, the Microsoft 365 admin center and Exchange head their columns, in four languages; compared without case and marks. */
const addressHeads =
  /^(e ?mail( ?(address|adresse))?|mail|(primary ?)?smtp ?address|address|adresse( e ?mail)?|indirizzo( e ?mail)?|user ?principal ?name|upn|user ?name|benutzername|benutzerprinzipalname|nom d utilisateur( principal)?|nome utente|nome dell entita utente)$/;
const kindHeads = /^(kind|type|art|typ|genre|tipo|recipient ?type( ?details)?)$/;
const sharedWords =
  /^(shared( ?mailbox)?|freigegeben(es postfach)?|geteilt|partagee?|condivis[ao]|geteiltes postfach)$/;
const personalWords = /^(personal|user ?mailbox|persoenlich|personlich|personnelle?|personale|eigenes?)$/;

/**
 * Accounts in a pasted or chosen list: one address a line, or CSV with comma, semicolon or tab. Where a line heads the
 * columns, address and kind are taken from theirs; else each cell that is an address, as recipients are copied from
 * Outlook, and any cell that names a kind.
 */
export function readImportLines(text: string, usualKind: MailboxKind): ImportLines {
  const accounts: ImportAccount[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Set<string>();
  let columns: Columns | undefined;
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .forEach((source, index) => {
      const cells = cellsOf(source);
      if (cells.every((cell) => cell === '')) return;
      const isFirst = columns === undefined && accounts.length + problems.length === 0;
      const head = isFirst ? columnsOf(cells) : undefined;
      if (head !== undefined) {
        columns = head;
        return;
      }
      const named = accountsIn(cells, columns, usualKind);
      const fresh = named.filter(({ address }) => {
        const key = address.toLowerCase();
        return !seen.has(key) && seen.add(key);
      });
      accounts.push(...fresh);
      if (fresh.length > 0) return;
      const problem = named.length === 0 ? 'not-an-address' : 'twice';
      problems.push({ line: index + 1, text: source.trim().slice(0, 120), problem });
    });
  return { accounts, problems };
}

/** Cells of one line (RFC 4180, without line breaks inside quotes), without what copying left around them. */
function cellsOf(line: string): string[] {
  const cells = line.match(/("(?:[^"]|"")*"|[^,;\t])+|(?<=[,;\t])(?=[,;\t]|$)/g) ?? [];
  return cells.map((cell) => {
    const inner = trimmed(cell);
    return trimmed(/^".*"$/.test(inner) ? inner.slice(1, -1).replaceAll('""', '"') : inner);
  });
}

interface Columns {
  address: number;
  kind: number;
}

/** Undefined when no cell heads a column of addresses. */
function columnsOf(cells: readonly string[]): Columns | undefined {
  const heads = cells.map(plain);
  const address = heads.findIndex((head) => addressHeads.test(head));
  return address === -1 ? undefined : { address, kind: heads.findIndex((head) => kindHeads.test(head)) };
}

function accountsIn(
  cells: readonly string[],
  columns: Columns | undefined,
  usualKind: MailboxKind,
): ImportAccount[] {
  const kindCells = columns === undefined || columns.kind === -1 ? cells : [cells[columns.kind] ?? ''];
  const kind = kindCells.map(kindNamed).find((named) => named !== undefined) ?? usualKind;
  const candidates = columns === undefined ? cells : [cells[columns.address] ?? ''];
  return candidates
    .map(withoutName)
    .filter((cell) => addressProblem(cell) === undefined)
    .map((address) => ({ address, kind }));
}

/** `Anna Muster <anna@muster.example>`, as Outlook copies it. */
function withoutName(cell: string): string {
  return /^[^<>]*<([^<>]+)>$/.exec(cell)?.[1] ?? cell;
}

function kindNamed(cell: string): MailboxKind | undefined {
  const word = plain(cell);
  if (sharedWords.test(word)) return 'shared';
  return personalWords.test(word) ? 'personal' : undefined;
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_’'-]+/g, ' ')
    .trim();
}
