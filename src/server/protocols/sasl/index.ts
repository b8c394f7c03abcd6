export { readXoauth2Refusal, xoauth2Response, type Xoauth2Refusal } from './xoauth2.ts';
