import type { Cloud } from './cloud.ts';
import { parseCustomCloud } from './custom-cloud.ts';
import type { Environment } from './environment.ts';
import { isLoopback, unsafeEndpoints } from './loopback.ts';
import { nationalClouds } from './national-clouds.ts';

/** Whether nobody but this machine is served. A proxy before a loopback HOST makes the server as public as any other. */
export function isLocal({ HOST = '127.0.0.1', PUBLIC_URL }: Environment): boolean {
  return isLoopback(HOST) && (PUBLIC_URL === undefined || isLoopbackUrl(PUBLIC_URL));
}

function isLoopbackUrl(text: string): boolean {
  return URL.canParse(text) && isLoopback(new URL(text).hostname);
}

/** The cloud named by `CLOUD`, or undefined and a sentence for each thing wrong with it in `problems`. */
export function chooseCloud(env: Environment, local: boolean, problems: string[]): Cloud | undefined {
  const name = env.CLOUD ?? 'global';
  if (name !== 'custom') {
    if (env.CLOUD_ENDPOINTS !== undefined)
      problems.push('CLOUD_ENDPOINTS is read with CLOUD=custom only: remove one of the two.');
    const cloud = nationalClouds.get(name);
    if (!cloud) problems.push(`CLOUD must be one of ${[...nationalClouds.keys(), 'custom'].join(', ')}.`);
    return cloud;
  }
  if (env.CLOUD_ENDPOINTS === undefined) {
    problems.push('CLOUD=custom needs CLOUD_ENDPOINTS.');
    return undefined;
  }
  const parsed = parseCustomCloud(env.CLOUD_ENDPOINTS);
  if ('problems' in parsed) {
    problems.push(...parsed.problems);
    return undefined;
  }
  const unsafe = local ? [] : unsafeEndpoints(parsed.cloud);
  if (unsafe.length > 0) {
    problems.push(
      `CLOUD_ENDPOINTS: http or loopback addresses need HOST and PUBLIC_URL to be loopback (${unsafe.join(', ')}).`,
    );
  }
  return parsed.cloud;
}
