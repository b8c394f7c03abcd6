import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { clientConfigOf, redirectUrisOf } from '../../src/server/client-config.ts';
import { nationalClouds } from '../../src/server/config/national-clouds.ts';
import { microsoftHostClients } from '../../src/server/microsoft-clients.ts';
import { roles } from '../../src/shared/domain/roles.ts';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/real-tenant.md'), 'utf8');
const publicUrl = 'https://connect.example.com';

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1] ?? '';
}

/** Client ids as the text, or a part of it, lists them. */
const clientIdsIn = (text: string) =>
  [...text.matchAll(/^[ |]*[`']([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[`']/gm)].map(([, id]) => id);

describe('docs/real-tenant.md', () => {
  test('pre-authorises the clients whose tokens the server accepts, in steps and in the script', () => {
    const script = block('powershell');
    expect(clientIdsIn(script).sort()).toEqual([...microsoftHostClients].sort());
    expect(clientIdsIn(page.replace(script, '')).sort()).toEqual([...microsoftHostClients].sort());
  });

  test('names the scope, the resource and the redirect URIs that the tab uses', () => {
    const cloud = nationalClouds.get('global')!;
    const { scope } = clientConfigOf(cloud, { clientId: '<client id>', publicUrl, onlyTenant: null });
    expect(scope).toBe('api://connect.example.com/<client id>/access_as_user');
    expect(page).toContain(`\`${scope.replace('/access_as_user', '')}\``);
    for (const text of [
      '`access_as_user`',
      `\`${publicUrl}/tab/auth.html\``,
      '`brk-multihub://connect.example.com`',
    ])
      expect(page).toContain(text);
    for (const uri of Object.values(redirectUrisOf(publicUrl))) expect(page).toContain(`\`${uri}\``);
  });

  test('has an app role for every role that is not everybody', () => {
    for (const role of roles.filter((each) => each !== 'User')) {
      expect(page).toMatch(new RegExp(`\\| ${role} +\\| \`${role}\` +\\|`));
      expect(block('powershell')).toMatch(new RegExp(`^ +${role} += '`, 'm'));
    }
  });

  test("has a manifest that Microsoft's own schema takes", () => {
    const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
    const guid = '11111111-2222-4333-8444-555555555555';
    const manifest = block('json')
      .replaceAll(/<client id>|<a GUID of your own>/g, guid)
      .replaceAll('<your name>', 'Operator');
    const validate = (text: string) => {
      const path = join(folder, 'manifest.json');
      writeFileSync(path, text);
      const cli = join(root, 'node_modules/office-addin-manifest/cli.js');
      return spawnSync(process.execPath, [cli, 'validate', path], { encoding: 'utf8' }).status;
    };
    expect(validate(manifest)).toBe(0);
    expect(validate(manifest.replace('"personal"', '"everywhere"'))).toBe(1);
    rmSync(folder, { recursive: true });
  });
});
