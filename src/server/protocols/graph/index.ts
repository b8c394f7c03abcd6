export { largestBatch, sendBatch, type BatchAnswer, type BatchItem, type ItemAnswer } from './batch.ts';
