import { describe, expect, test } from '@jest/globals';
import { createLogger } from '../../../src/server/http/logger.ts';

function logged(fields: object): string {
  const lines: string[] = [];
  createLogger('info', { write: (line) => void lines.push(line) }).info(fields, 'said');
  return lines.join('');
}

describe('a log line', () => {
  test.each([
    ['at the top', { clientSecret: 'hunter2', password: 'hunter2', refresh_token: 'hunter2' }],
    ['one level down', { tokens: { access_token: 'hunter2', id_token: 'hunter2' } }],
    ['in the headers of a request', { err: { headers: { authorization: 'Bearer hunter2' } } }],
    ['on an error', { err: Object.assign(new Error('refused'), { accessToken: 'hunter2' }) }],
    [
      'in the bytes of a request that could not be read',
      { err: Object.assign(new Error('Header overflow'), { rawPacket: 'Authorization: Bearer hunter2' }) },
    ],
  ])('hides a secret %s', (_where, fields) => {
    expect(logged(fields)).toContain('[redacted]');
    expect(logged(fields)).not.toContain('hunter2');
  });

  test('names a request by its path alone', () => {
    const line = logged({ req: { id: '1', method: 'GET', url: '/auth/callback?code=hunter2', headers: {} } });
    expect(JSON.parse(line)).toMatchObject({ req: { id: '1', method: 'GET', path: '/auth/callback' } });
    expect(line).not.toContain('hunter2');
  });

  test('carries its time in ISO form and nothing about the machine', () => {
    const line = JSON.parse(logged({ tenantId: 'a' })) as Record<string, unknown>;
    expect(line['time']).toMatch(/^\d{4}-\d\d-\d\dT.+Z$/);
    expect(Object.keys(line).sort()).toEqual(['level', 'msg', 'tenantId', 'time']);
  });
});
