export const consent = {
  title: 'Admin consent',
} as const;
