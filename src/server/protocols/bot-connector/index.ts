export { createConnectorKeys, type ConnectorKeys } from './connector-keys.ts';
export { type InboundActivity } from './inbound-activity.ts';
export {
  createInboundVerifier,
  type InboundCheck,
  type InboundRules,
  type VerifiedActivity,
} from './verify-inbound.ts';
