/** Address at which LEGAL 365 fetches tokens. `origin` is that of this page: the server that serves the tab answers there. */
export function accessTokenUrl(origin: string, entityId: string): string {
  return `${origin}/api/v1/entities/${encodeURIComponent(entityId)}/access-token`;
}

/** The key goes by standard input: others on the machine can read the arguments of a command. */
export function curlExample(url: string): string {
  return [
    `printf 'Authorization: Bearer %s\\n' "$SERVICE_KEY" |`,
    '  curl --fail-with-body --max-time 30 --request POST --header @- \\',
    `    ${url}`,
  ].join('\n');
}

export function typescriptExample(url: string): string {
  return [
    `const response = await fetch('${url}', {`,
    "  method: 'POST',",
    '  headers: { authorization: `Bearer ${process.env.SERVICE_KEY}` },',
    '  signal: AbortSignal.timeout(30_000),',
    '});',
    'const answer = await response.json();',
    'if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);',
    'const { accessToken, expiresAt } = answer;',
  ].join('\n');
}

export function answerExample({
  directoryId,
  applicationId,
}: {
  directoryId: string;
  applicationId: string;
}): string {
  const answer = {
    accessToken: 'eyJ0eXAiOiJKV1Qi…',
    tokenType: 'Bearer',
    expiresAt: '2026-11-22T14:02:11.000Z',
    directoryId,
    applicationId,
  };
  return JSON.stringify(answer, null, 2);
}
