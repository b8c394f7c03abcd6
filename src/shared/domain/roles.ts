/** What a signed-in person may do here. Identity is tenant and object id, never an address. */
export const roles = ['Admin', 'Reader', 'User', 'Operator'] as const;
export type Role = (typeof roles)[number];
