import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { frameRights, messageDocument } from '../../src/client/features/messages/message-document.ts';
import { launchChromium } from '../support/chromium.ts';

let browser: Browser;
let server: Server;
let origin: string;
const asked: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Page</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** As if the server had let everything pass. */
const hostile = (to: string) => `
  <meta http-equiv="refresh" content="0;url=${to}/refresh"><base href="${to}/"><link rel="stylesheet" href="${to}/link.css">
  <style>@import url(${to}/import.css); body { background: url(${to}/style.png) }</style>
  <script>top.postMessage('ran', '*')</script><script src="${to}/script.js"></script>
  <img src="${to}/pixel.png" onerror="top.postMessage('ran', '*')"><img srcset="${to}/srcset.png">
  <svg onload="top.postMessage('ran', '*')"><image href="${to}/svg.png"/></svg><video src="${to}/v.mp4" poster="${to}/poster.png"></video>
  <iframe src="${to}/frame"></iframe><object data="${to}/object"></object><embed src="${to}/embed">
  <form action="${to}/form"><input name="p" autofocus onfocus="top.postMessage('ran', '*')"><button id="send">Send</button></form>
  <p id="end">Grüezi</p>`;

test('HTML that nobody has made harmless runs nothing and fetches nothing', async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/page`);
  asked.length = 0;
  await page.evaluate(
    ([html, rights]) => {
      addEventListener('message', ({ data }) => (document.title = String(data)));
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', rights);
      frame.srcdoc = html;
      document.body.append(frame);
    },
    [messageDocument(hostile(origin)), frameRights] as const,
  );
  const mail = page.frameLocator('iframe');
  await mail.locator('#end').waitFor();
  await mail.locator('#send').click();
  // What had begun to load would have been asked for before this answer.
  await page.evaluate(() => fetch('/last'));
  expect(await mail.locator('#end').textContent()).toBe('Grüezi');
  expect(await page.title()).toBe('Page');
  expect(asked.filter((path) => path !== '/favicon.ico')).toEqual(['/last']);
  await page.close();
});
