import type { AnswerFields } from './answer-fields.ts';
import { fieldsOfJson, fieldsOfJsonFragment } from './answer-json.ts';
import { fieldsOfQuery, fieldsOfText, htmlToText, isHtml } from './answer-text.ts';
import type { Evidence } from './evidence.ts';
import { header } from './headers.ts';

export interface Answer extends AnswerFields {
  form: 'empty' | 'json' | 'query' | 'html' | 'text';
  numbers: number[];
  codes: string[];
}

const rawLimit = 64 * 1024;
const numbersKept = 10;

/** Reads what can be told apart in a refusal: JSON (whole, cut off, inside a log line), callback, HTML, prose. */
export function readAnswer(evidence: Evidence): Answer {
  const raw = (evidence.raw ?? '').slice(0, rawLimit);
  const { form, fields } = recognise(raw, header(evidence.headers, 'content-type') ?? '');
  const status = evidence.httpStatus ?? fields.status;
  return {
    ...fields,
    ...(status === undefined ? {} : { status }),
    form,
    numbers: [...new Set([...numbersIn(raw), ...(fields.numbers ?? [])])],
    codes: fields.codes ?? [],
  };
}

/** Whether anything in it carries the marks of Entra or Graph. A proxy's page does not. */
export function isMicrosofts(answer: Answer): boolean {
  return answer.numbers.length > 0 || answer.error !== undefined || answer.codes.length > 0;
}

function recognise(raw: string, contentType: string): { form: Answer['form']; fields: AnswerFields } {
  const text = raw.trim();
  if (text === '') return { form: 'empty', fields: {} };
  const json = fieldsOfJson(text);
  if (json) return { form: 'json', fields: json };
  if (isHtml(text, contentType)) return { form: 'html', fields: { message: htmlToText(text) } };
  const fragment = fieldsOfJsonFragment(text);
  if (fragment) return { form: 'json', fields: { ...fieldsOfText(text), ...fragment } };
  const query = fieldsOfQuery(text);
  if (query) return { form: 'query', fields: query };
  return { form: 'text', fields: fieldsOfText(text) };
}

/** Entra's numbers survive translation, cutting and line breaks, so they are looked for in the text itself. */
function numbersIn(raw: string): number[] {
  return [...raw.matchAll(/AADSTS(\d{4,8})/gi)].slice(0, numbersKept).map((found) => Number(found[1]));
}
