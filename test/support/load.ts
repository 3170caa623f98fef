// Tenants who write while something breaks, on the web and by text, and what must be true afterwards.

import { expect } from 'chai';
import { casesOf, expectCasesOnce, expectWhole, referencesTold } from './integrity.ts';
import { expectTextsWhole, type Kept } from './kept.ts';
import { pick, seeded } from './random.ts';
import { type MakeScript, type Script, smsScripts, webScripts } from './scripts.ts';
import { newTenant, type Tenant } from './tenant.ts';
import type { Phone } from './text-network.ts';
import { pause, until } from './wait.ts';

interface Writer {
  /** How many references its scripts, which are all ended, must have told. */
  references: number;
  messages: number;
}

export interface Load {
  /** All that there were so far: each begins a new conversation after two scripts. */
  readonly tenants: readonly (Writer & { readonly tenant: Tenant })[];
  readonly phones: readonly (Writer & { readonly phone: Phone })[];
  /** No new script is begun; resolves when those begun are at their end. */
  stop(): Promise<void>;
  /** Resolves when everybody has said as much as was asked for. */
  readonly done: Promise<unknown>;
}

export interface Wanted {
  /** The service's address, or what gives that of an instance for each request. */
  readonly where: string | (() => string);
  readonly tenants: number;
  readonly phones: readonly Phone[];
  readonly seed: number;
  /** How many conversations each tenant has; without it they go on until `stop`. */
  readonly conversations?: number;
  /** How often each webhook of a text is delivered, at once. */
  readonly times?: number;
  readonly longestPauseMs?: number;
  readonly onTenant?: (tenant: Tenant) => void;
}

/** In one conversation: together below the landlord's limit of messages per minute, for a service that is not restarted. */
const scriptsEach = 2;
/** Every so many-th tenant waits for each answer before the next line; the others do not. */
const patient = 3;
/** Of the first tries, how many have their answer lost on the way, and within what time. */
const lostAnswers = 0.2;
const lostAfterMs = 30;

export function writeOn(wanted: Wanted): Load {
  const tenants: (Writer & { readonly tenant: Tenant })[] = [];
  const phones = wanted.phones.map((phone) => ({ phone, references: 0, messages: 0 }));
  let going = true;
  const goesOn = (rounds: number) => (wanted.conversations === undefined ? going : rounds < wanted.conversations);

  const text = async (writer: Writer & { readonly phone: Phone }, index: number) => {
    const random = seeded(wanted.seed + 1_000 + index);
    for (let round = 0; goesOn(round / scriptsEach); round += 1) {
      await run(writer, { script: nextScript(smsScripts, random), random, wanted }, (line, giveUpAfterMs) =>
        writer.phone.insist(line, { times: wanted.times, giveUpAfterMs }),
      );
    }
  };
  const chat = async (index: number) => {
    const random = seeded(wanted.seed + index);
    for (let round = 0; goesOn(round); round += 1) {
      const tenant = await newTenant(wanted.where);
      wanted.onTenant?.(tenant);
      const writer = { tenant, references: 0, messages: 0 };
      tenants.push(writer);
      for (let each = 0; each < scriptsEach; each += 1) {
        await run(writer, { script: nextScript(webScripts, random), random, wanted }, async (line, giveUpAfterMs) => {
          const id = await tenant.insist(line, giveUpAfterMs);
          if (index % patient === 0) await tenant.answerTo(id);
        });
      }
    }
  };

  const done = Promise.all([...phones.map(text), ...Array.from({ length: wanted.tenants }, (_, index) => chat(index))]);
  // Who fails is heard of where it is waited for, not as an unhandled rejection before that.
  done.catch(() => undefined);
  return {
    tenants,
    phones,
    done,
    async stop() {
      going = false;
      await done;
    },
  };
}

function nextScript(makes: readonly MakeScript[], random: () => number): Script {
  return pick(makes, random)(random().toString(36).slice(2, 10));
}

async function run(
  writer: Writer,
  about: { readonly script: Script; readonly random: () => number; readonly wanted: Wanted },
  say: (line: string, giveUpAfterMs?: number) => Promise<void>,
): Promise<void> {
  const { script, random, wanted } = about;
  for (const line of script.lines) {
    await say(line, random() < lostAnswers ? random() * lostAfterMs : undefined);
    writer.messages += 1;
    await pause(random() * (wanted.longestPauseMs ?? 100));
  }
  writer.references += script.references;
}

/** Until every message has an answer and nothing is left to deliver. */
export async function settle({ tenants, phones }: Load, urls: readonly string[]): Promise<void> {
  await until(
    'Every message is answered and every delivery made',
    async () => {
      for (const { tenant } of tenants) {
        const last = [...tenant.acknowledged.values()].at(-1);
        if (last !== undefined && !(await tenant.read()).some(({ replyToId }) => replyToId === last)) return undefined;
      }
      if (phones.some(({ phone }) => phone.inbox().length < phone.acknowledged.size)) return undefined;
      for (const url of urls) if ((await outboxDue(url)) > 0) return undefined;
      return true;
    },
    { withinMs: 300_000, everyMs: 250 },
  );
}

async function outboxDue(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const due = /^doorstep_outbox_due (\d+)$/m.exec(text)?.[1];
  if (due === undefined) throw new Error('There is no figure for the outbox');
  return Number(due);
}

/** What the web and the housing system show is whole. Call while the service runs. */
export async function expectWebWhole({ tenants }: Load, housing: string): Promise<void> {
  const cases = await casesOf(housing);
  for (const { tenant, references } of tenants) {
    const log = await tenant.read();
    expectWhole(log, tenant);
    const told = referencesTold(log);
    expect(told.length, `every flow of ${tenant.conversation} came to its end`).to.equal(references);
    expectCasesOnce(cases, tenant.conversation, told);
  }
}

/** What the phones got is whole. Call after the service stopped. @param cases of the housing system, read before */
export async function expectTextsAndCasesWhole(
  { phones }: Load,
  kept: Kept,
  cases: Awaited<ReturnType<typeof casesOf>>,
): Promise<void> {
  for (const { phone, references } of phones) {
    const log = await kept.log(phone.conversation);
    expectTextsWhole(phone, log);
    const told = log.flatMap(({ data }) => (data.reference === undefined ? [] : [data.reference]));
    expect(told.length, `every flow of ${phone.number} came to its end`).to.equal(references);
    expectCasesOnce(cases, phone.conversation, told);
  }
  expect(await kept.undelivered(), 'nothing is left to deliver').to.deep.equal({ waiting: 0, parked: 0 });
}

/** How many lines of scripts were said. */
export function figuresOf({ tenants, phones }: Load): { readonly messages: number; readonly texts: number } {
  const sum = (writers: readonly Writer[]) => writers.reduce((all, { messages }) => all + messages, 0);
  return { messages: sum(tenants), texts: sum(phones) };
}
