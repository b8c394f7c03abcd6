export const serviceKeys = {
  title: 'Service keys',
} as const;
