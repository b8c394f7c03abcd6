import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { frameRights, messageDocument } from '../../src/client/features/messages/message-document.ts';
import { launchChromium } from '../support/chromium.ts';

jest.setTimeout(120_000);

let browser: Browser;
let sender: Server;
let origin: string;
/** What anything has asked of the sender's server. */
const asked: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  sender = createServer((request, response) => {
    if (request.url !== '/favicon.ico') asked.push(request.url ?? '');
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>Page</title>');
  });
  await new Promise<void>((resolve) => sender.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(sender.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await browser.close();
  sender.closeAllConnections();
  await new Promise((resolve) => sender.close(resolve));
});
beforeEach(() => {
  asked.length = 0;
});

const ran = "top.postMessage('ran', '*')";
const hostile = (to: string) => `
  <meta http-equiv="refresh" content="0;url=${to}/refresh"><base href="${to}/"><link rel="stylesheet" href="${to}/link.css">
  <style>@import url(${to}/import.css); body { background: url(${to}/style.png) }</style>
  <script>${ran}</script><script src="${to}/script.js"></script>
  <img src="${to}/pixel.png" onerror="${ran}"><img srcset="${to}/srcset.png">
  <svg onload="${ran}"><image href="${to}/svg.png"/></svg><video src="${to}/v.mp4" poster="${to}/poster.png"></video>
  <iframe src="${to}/frame"></iframe><object data="${to}/object"></object><embed src="${to}/embed">
  <form action="${to}/form"><input name="p" autofocus onfocus="${ran}"><button id="send">Send</button></form>
  <table background="${to}/table.png"><tr><td style="background:url(${to}/cell.png)">Zelle</td></tr></table>
  <a href="javascript:${ran}">Klick</a>
  <p>Grüezi</p>`;

describe('HTML that nobody has made harmless', () => {
  test('runs nothing and fetches nothing in the frame of a message', async () => {
    const { page, mail } = await show({ html: messageDocument(hostile(origin)), sandbox: frameRights });
    await mail.locator('#send').click();
    expect(await isOver(page)).toEqual({ title: 'Page', asked: ['/last'] });
  });

  test('runs nothing in the sandbox alone', async () => {
    const { page, mail } = await show({ html: hostile(origin), sandbox: frameRights });
    await mail.locator('#send').click();
    const { title, asked } = await isOver(page);
    expect(title).toBe('Page');
    // It is the policy that keeps these back.
    expect(asked).toContain('/pixel.png');
    expect(asked).not.toContain('/form?p=');
    expect(asked).not.toContain('/refresh');
  });

  test('runs nothing and loads nothing under the policy alone', async () => {
    const led = /<meta http-equiv="refresh"[^>]*>/;
    const { page, mail } = await show({ html: messageDocument(hostile(origin).replace(led, '')) });
    await mail.locator('#send').click();
    expect(await isOver(page)).toEqual({ title: 'Page', asked: ['/last'] });
  });

  async function show(given: {
    html: string;
    sandbox?: string;
  }): Promise<{ page: Page; mail: FrameLocator }> {
    const page = await browser.newPage();
    await page.goto(`${origin}/page`);
    asked.length = 0;
    await page.evaluate(({ html, sandbox }) => {
      addEventListener('message', ({ data }) => (document.title = String(data)));
      const frame = document.createElement('iframe');
      if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
      frame.srcdoc = html;
      document.body.append(frame);
    }, given);
    const mail = page.frameLocator('iframe');
    await mail.getByText('Grüezi').waitFor();
    return { page, mail };
  }

  /** What had begun to load was asked for before this answer. */
  async function isOver(page: Page): Promise<{ title: string; asked: string[] }> {
    await page.evaluate(() => fetch('/last'));
    const title = await page.title();
    await page.close();
    return { title, asked: [...asked] };
  }
});
