export { explainLines } from './explain-lines.ts';
export { explainText, readText } from './explain-text.ts';
export { help, readOptions, UsageError, type Options } from './options.ts';
