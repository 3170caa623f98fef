// Tenants who write while something breaks, on the web and by text, and what must be true afterwards.

import { expect } from 'chai';
import { casesOf, expectCasesOnce, expectWhole, referencesTold } from './integrity.ts';
import { expectTextsWhole, type Kept } from './kept.ts';
import { pick, seeded } from './random.ts';
import { type MakeScript, type Script, smsScripts, webScripts } from './scripts.ts';
import type { Tenant } from './tenant.ts';
import type { Phone } from './text-network.ts';
import { pause, until } from './wait.ts';

/** Somebody who runs through scripts until told to stop, and ends the one begun. */
interface Writer {
  /** How many references its finished scripts must have told. */
  references: number;
  messages: number;
}

export interface Load {
  readonly tenants: readonly (Writer & { readonly tenant: Tenant })[];
  readonly phones: readonly (Writer & { readonly phone: Phone })[];
  /** No new script is begun, unless rounds were asked for; resolves when those begun are at their end. */
  stop(): Promise<void>;
}

interface Pace {
  readonly random: () => number;
  readonly longestPauseMs: number;
}

/**
 * @param about.patient every so many-th tenant waits for each answer before the next line
 * @param about.rounds scripts that each runs through, if that is to end it and not `stop`
 * @param about.times how often each webhook of a text is delivered, at once
 */
export function writeOn(about: {
  readonly tenants: readonly Tenant[];
  readonly phones: readonly Phone[];
  readonly seed: number;
  readonly longestPauseMs?: number;
  readonly patient?: number;
  readonly rounds?: number;
  readonly times?: number;
}): Load {
  const { seed, longestPauseMs = 100, patient = 3, rounds, times = 1 } = about;
  let going = true;
  const pace = (index: number): Pace => ({ random: seeded(seed + index), longestPauseMs });
  const writeAll = async (writer: Writer, { makes, pace }: { makes: readonly MakeScript[]; pace: Pace }, say: Say) => {
    for (let round = 0; rounds === undefined ? going : round < rounds; round += 1) {
      const script = pick(makes, pace.random)(`${pace.random().toString(36).slice(2, 8)} ${round}`);
      await run(script, pace, say);
      writer.references += script.references;
      writer.messages += script.lines.length;
    }
  };
  const tenants = about.tenants.map((tenant) => ({ tenant, references: 0, messages: 0 }));
  const phones = about.phones.map((phone) => ({ phone, references: 0, messages: 0 }));
  const writing = [
    ...tenants.map((writer, index) =>
      writeAll(writer, { makes: webScripts, pace: pace(index) }, async (line) => {
        const id = await writer.tenant.insist(line);
        if (index % patient === 0) await writer.tenant.answerTo(id);
      }),
    ),
    ...phones.map((writer, index) =>
      writeAll(writer, { makes: smsScripts, pace: pace(1_000 + index) }, (line) => writer.phone.insist(line, times)),
    ),
  ];
  // Who fails is heard of at `stop`, not as an unhandled rejection before it.
  const done = Promise.all(writing);
  done.catch(() => undefined);
  return {
    tenants,
    phones,
    async stop() {
      going = false;
      await done;
    },
  };
}

type Say = (line: string) => Promise<void>;

async function run({ lines }: Script, { random, longestPauseMs }: Pace, say: Say): Promise<void> {
  for (const line of lines) {
    await say(line);
    await pause(random() * longestPauseMs);
  }
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
    { withinMs: 90_000, everyMs: 250 },
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
