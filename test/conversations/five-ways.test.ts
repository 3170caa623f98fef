// Every dialog on the web and by text in five ways: straight, with a digression, a correction, a skipped question, and with the housing
// system away. Each begins from the enquiry's own transcript; what the ways must keep is the same for all.

import { expect } from 'chai';
import { loadContent } from '../../src/content/load-content.ts';
import { readTranscripts, type Transcript } from '../support/transcript.ts';
import { expectOrderlyAway } from '../support/ways/away.ts';
import { expectCorrections } from '../support/ways/correction.ts';
import { expectSkips } from '../support/ways/skipped.ts';
import { expectDigressions, expectEnd, straight } from '../support/ways/straight.ts';
import { readAll } from '../support/world.ts';

/** Takes any matter that has no dialog of its own; as long as all have one, no words lead to it. */
const ledToByNoWords = ['contact.case'];

/** Its own transcript is of one word that switches; the dialog is in this one. */
const otherTranscripts: Readonly<Record<string, string>> = { 'access.language.sms': 'access.language.interpreter.sms' };

const dangersAtHome = ['carbon_monoxide', 'electric', 'fire', 'flood', 'gas', 'insecure', 'structure'];

/** These answer, and ask nothing: nothing can be digressed from, put right or skipped. */
const askNothing = [
  ...both('contact.details'),
  'contact.person.web',
  ...both('safety.violence'),
  'safety.self_harm.web',
  ...dangersAtHome.map((each) => `emergency.${each}.sms`),
  'talk.abuse.sms',
  ...both('talk.goodbye'),
  ...both('talk.thanks'),
];

/** These are all menu: whatever does not answer it goes past it. */
const menus = ['none', 'talk.greeting', 'talk.help'];

/** Whatever is under way, a word does it. */
const steersOnly = 'talk.restart';

/** Transcripts that end in the next matter. */
const goOnIn: Readonly<Record<string, string>> = {
  'charges.query.sms': 'complaint.make',
  'contact.case_status.sms': 'repair.status',
  'contact.case_status.web': 'complaint.make',
  'rent.pay.sms': 'rent.arrears',
  'repair.missed_visit.web': 'complaint.make',
  'repair.status.sms': 'complaint.make',
  'talk.abuse.web': 'emergency.gas',
  'talk.greeting.web': 'repair.report',
};

/** What is answered there ends the matter, files it, or is looked up at once: no answer waits to be put right. */
const nothingToCorrect = [
  'contact.person.sms',
  ...dangersAtHome.map((each) => `emergency.${each}.web`),
  ...menus.flatMap(both),
  'rent.change.sms',
  'repair.change_appointment.web',
  'talk.abuse.web',
  ...both(steersOnly),
];

function both(enquiry: string): readonly string[] {
  return [`${enquiry}.web`, `${enquiry}.sms`];
}

const transcripts = new Map(readTranscripts());
const playbook = loadContent(process.cwd(), 'demo').playbook;
const enquiries = [...playbook].flatMap(([name, dialog]) => (dialog.enquiry === undefined ? [] : [name]));

describe('in five ways', () => {
  before(function () {
    this.timeout(180_000);
    readAll();
  });

  for (const enquiry of enquiries.filter((each) => !ledToByNoWords.includes(each))) {
    for (const channel of ['web', 'sms'] as const) tryAllWays(enquiry, channel);
  }
});

function tryAllWays(enquiry: string, channel: 'web' | 'sms'): void {
  const key = `${enquiry}.${channel}`;
  const transcript = transcripts.get(`${otherTranscripts[key] ?? key}.en`);
  const on = `${enquiry} ${channel === 'web' ? 'on the web' : 'by text'}`;
  if (transcript === undefined) {
    it(`${on}: has a transcript`, () => expect.fail(`There is no ${key}.en.yaml.`));
    return;
  }
  const isMenu = menus.includes(enquiry);
  const end = {
    ends: isMenu || enquiry === steersOnly ? undefined : enquiry,
    goesOnIn: goOnIn[key] ?? (isMenu ? enquiry : undefined),
  };
  it(`${on}: the straight way comes to its end`, () => expectEnd(transcript, end));
  it(`${on}: the housing system away is told, and nothing is lost`, () => expectOrderlyAway(transcript, enquiry));
  if (askNothing.includes(key))
    it(`${on}: nothing is asked, so nothing else can come between`, () => expectNoQuestion(transcript));
  else tryQuestions({ on, key, transcript, isMenu });
}

interface Trial {
  readonly on: string;
  readonly key: string;
  readonly transcript: Transcript;
  readonly isMenu: boolean;
}

function tryQuestions({ on, key, transcript, isMenu }: Trial): void {
  const back = isMenu ? 'goes past the menu' : 'comes back to the question it left';
  it(`${on}: a digression ${back}`, async () => {
    expect((await straight(transcript)).played.some(({ after }) => after !== undefined)).to.equal(true);
    await expectDigressions(transcript, isMenu);
  });
  it(`${on}: a question that is skipped is done without, or asked again`, () => expectSkips(transcript));
  const isCorrected = !nothingToCorrect.includes(key);
  it(`${on}: ${isCorrected ? 'an answer put right is what counts' : 'no answer waits to be put right'}`, async () => {
    let count = await expectCorrections(transcript);
    for (const other of count > 0 ? [] : othersOf(key)) count += await expectCorrections(other);
    expect(count > 0).to.equal(isCorrected);
  }).timeout(20_000);
}

/** `complaint.status.<anything>.web.en` beside `complaint.status.web.en`: for where an enquiry's own transcript leaves nothing to put right. */
function othersOf(key: string): readonly Transcript[] {
  const [, enquiry = '', channel = ''] = /^(.+)\.(web|sms)$/.exec(key) ?? [];
  const names = [...transcripts.keys()].filter(
    (name) => name !== `${key}.en` && name.startsWith(`${enquiry}.`) && name.endsWith(`.${channel}.en`),
  );
  return names.flatMap((name) => transcripts.get(name) ?? []);
}

async function expectNoQuestion(transcript: Transcript): Promise<void> {
  const { played } = await straight(transcript);
  expect(played.flatMap(({ after }) => (after === undefined ? [] : [after.place]))).to.deep.equal([]);
}
