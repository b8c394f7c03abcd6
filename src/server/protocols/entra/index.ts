export { requestAppToken, type AppToken, type AppTokenAnswer, type AppTokenRequest } from './app-token.ts';
