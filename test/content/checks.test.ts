import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { dialogSchema } from '../../src/content/dialog-schema.ts';
import { loadContent, readContent } from '../../src/content/load-content.ts';
import { readPack } from '../../src/content/read-landlord.ts';
import { filesIn } from '../../src/content/yaml-file.ts';
import { copyOfContent } from '../support/content-root.ts';

describe('the content', () => {
  for (const file of readdirSync('landlords').filter((each) => each.endsWith('.yaml')))
    it(`is whole with landlords/${file}`, () => {
      expect(readContent(process.cwd(), file.replace('.yaml', '')).faults).to.deep.equal([]);
    });

  it('has a schema for editors that knows every kind of step', () => {
    expect(JSON.stringify(dialogSchema())).to.include('optionsFrom').and.to.include('handover');
  });
});

describe('a fault in the content', () => {
  let root: string;

  beforeEach(() => {
    root = copyOfContent();
  });

  afterEach(() => rmSync(root, { recursive: true }));

  const change = (file: string, from: string | RegExp, to: string) => {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const text = before.replace(from, to);
    expect(text, `${file} has ${from}`).not.to.equal(before);
    writeFileSync(path, text);
  };

  const messages = () =>
    readContent(root, 'demo').faults.map((fault) => `${fault.file}:${fault.line ?? ''} ${fault.message}`);

  it('stops the start with all faults, each with its file and line', () => {
    change('dialogs/contact/person.yaml', 'enquiry: contact.person', 'enquiry: contact.pearson');
    change('dialogs/talk/goodbye.yaml', 'not_due: answered', 'not_due: answerd');

    expect(() => loadContent(root, 'demo'))
      .to.throw('dialogs/contact/person.yaml')
      .with.property('message')
      .that.matches(/talk\/goodbye\.yaml:\d+: look: leads to answerd, which is no step\. Did you mean answered\?/);
  });

  it('stops the start where a macro names a ready reply, a team or an enquiry that there is not, or goes on after its end', () => {
    const pack = 'landlords/demo.yaml';
    change(pack, '- reply: thanks', '- reply: thank');
    change(
      pack,
      '- note: Asked the repairs',
      '- reply: booked\n      - transfer: {team: repairs}\n      - note: Asked the repairs',
    );
    change(pack, 'topic: tenancy.keys_parking', 'topic: tenancy.keys');

    expect(() => loadContent(root, 'demo'))
      .to.throw()
      .with.property('message')
      .that.matches(
        /landlords\/demo\.yaml:\d+: macros\.thank_and_close\.steps\.0\.reply: there is no ready reply thank\. Did you mean thanks\? Use one of: hello,/,
      )
      .and.matches(
        /macros\.chase_repair\.steps\.1\.reply: booked has something to fill in, which a macro cannot know\. Use/,
      )
      .and.includes('there is no team that takes handovers repairs.')
      .and.includes('transfer must be the last step: nothing can be done after it.')
      .and.matches(/demo\.yaml:\d+: macros\.lost_keys\.steps\.1\.wrapUp\.topic: there is no enquiry tenancy\.keys\./);
  });

  it('[GEN-08] is found where a dialog goes by a tenure that there is not', () => {
    change('dialogs/repair/report.yaml', 'third-party-managed: managed', 'third-party-manged: managed');

    expect(messages().join('\n')).to.include(
      'there is no tenure third-party-manged. Did you mean third-party-managed?',
    );
  });

  it('[GUH-10] is found where a pack keeps data without a basis, without a purpose, for ever, or evidence too short', () => {
    const lineOf = (words: string) =>
      readFileSync(join(root, 'landlords/demo.yaml'), 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(words)) + 1;
    const faults = () =>
      readPack(filesIn(root), 'demo').faults.map(({ file, line, message }) => `${file}:${line ?? ''} ${message}`);
    const whole = 'basis: contract, purpose: to serve the enquiry';
    change('landlords/demo.yaml', /$/, 'retention:\n  conversations: {days: 400, purpose: to serve the enquiry}\n');
    expect(faults()).to.have.length(1);
    expect(faults()[0]).to.match(
      new RegExp(
        `demo.yaml:${lineOf('conversations:')} retention.conversations.basis: nothing is kept without a lawful basis. Give one of: consent`,
      ),
    );

    change('landlords/demo.yaml', 'days: 400, purpose: to serve the enquiry', 'days: 400, basis: contract');
    expect(faults().join()).to.match(
      /retention.conversations.purpose: nothing is kept without a purpose. Say in a sentence/,
    );

    change('landlords/demo.yaml', 'days: 400, basis: contract', whole);
    expect(faults().join()).to.match(
      /retention.conversations.days: must say after how many days it is deleted: nothing is kept for ever/,
    );

    change('landlords/demo.yaml', whole, `days: 36500, ${whole}`);
    expect(faults().join()).to.match(
      /retention.conversations.days: is for ever: nothing is kept longer than 9131 days/,
    );

    change('landlords/demo.yaml', 'days: 36500', 'days: 3000');
    expect(faults().join()).to.match(/evidence.days: is shorter than an ordinary conversation is kept \(3000\)/);
  });

  it('[GUH-10] is found where nobody is there to export and erase', () => {
    change(
      'landlords/demo.yaml',
      'data-protection: {name: Data Protection Team}',
      'data-protecton: {name: Data Protection Team}',
    );

    expect(messages().join()).to.include('there is no team data-protection. Did you mean data-protecton?');
  });

  it('is found where a pack gives tenants less than the law, with the rule and its source', () => {
    const stage = (name: string, answer: number) =>
      `    - {name: ${name}, acknowledgeWorkingDays: 5, answerWorkingDays: ${answer}, answerFrom: acknowledged, extensionWorkingDays: 10, rule: our policy}\n`;
    const stages = (...each: readonly string[]) =>
      `  highRiskOwner: Director of Customers\n  stages:\n${each.join('')}`;
    const owner = '  highRiskOwner: Director of Customers\n';
    const three = stages(stage('stage 1', 10), stage('stage 2', 20), stage('panel', 20));
    change('landlords/demo.yaml', owner, three);
    expect(messages().join('\n')).to.match(
      /demo\.yaml:\d+ there are 3 stages, but the law has 2 \(Complaint Handling Code 2024; Housing Ombudsman/,
    );

    change('landlords/demo.yaml', three, stages(stage('stage 1', 15), stage('stage 2', 20)));
    expect(messages().join('\n')).to.include('stage 1: answerWorkingDays is 15, but the law gives 10 at most');

    change('landlords/demo.yaml', 'complaints:\n', 'complaints:\n  withinMonths: 6\n');
    expect(messages().join('\n')).to.include('taken for 6 months, but the law has them taken for 12');

    change('landlords/demo.yaml', 'emergencyHours: 24', 'emergencyHours: 48');
    expect(messages().join('\n')).to.include('made safe in 48 hours, but the law gives 24 (Hazards in Social Housing');
  });

  it('is found where a pack has a misspelt key, however deep, with its line and what was meant', () => {
    change('landlords/demo.yaml', 'postalAddress:', 'postalAdress:');
    change('landlords/demo.yaml', 'takesHandovers: true}', 'takesHandover: true}');

    const found = messages().join('\n');
    expect(found).to.match(/demo\.yaml:\d+ postalAdress: there is no such setting\. Did you mean postalAddress\?/);
    expect(found).to.match(
      /demo\.yaml:\d+ teams\.contact-centre\.takesHandover: there is no such setting\. Did you mean takesHandovers\?/,
    );
  });

  it('[TPC-17] is found where a pack of Wales speaks another language before Welsh or English', () => {
    change('landlords/demo.yaml', 'nation: england', 'nation: wales');
    change('landlords/demo.yaml', 'languages: [en, cy, pl]', 'languages: [en, pl, cy]');

    expect(messages().join('\n')).to.match(
      /demo\.yaml:\d+ the pack speaks en, pl, cy, but cy and en come before all others \(Welsh Language Standards/,
    );
  });

  it('is found where a pack has no team for what dialogs hand over by name', () => {
    change(
      'landlords/demo.yaml',
      'safeguarding: {name: Safeguarding Team, takesHandovers: true}',
      'safeguarding: {name: Safeguarding Team}',
    );

    expect(messages().join('\n')).to.include('dialogs hand over to safeguarding; there must be such a team');
  });

  it('[GEN-07] is found where a bare swear word stands among the insults to people', () => {
    change('locales/pl/words.yaml', 'abuse_person: ["spierdalaj"', 'abuse_person: ["kurwa", "spierdalaj"');

    expect(messages().join('\n')).to.include('abuse_person holds “kurwa”, which is in swear');
  });

  it('[WHG-20] is found where a pack has no team of managers for agreed routes', () => {
    change('landlords/demo.yaml', '  managers: {name: Managers}\n', '');

    expect(messages().join('\n')).to.include('there is no team managers');
  });

  it('is none where a pack leaves out what hardly ever differs, or has no directory of support', () => {
    change('landlords/demo.yaml', 'directory: {file: demo/directory.yaml}', '');
    const { content, faults } = readContent(root, 'demo');

    expect(faults).to.deep.equal([]);
    expect(content?.support).to.deep.equal([]);
    expect(content?.landlord).to.deep.include({
      handover: {
        waitLimitMinutes: 10,
        callbackWorkingDays: 1,
        offerSeconds: 30,
        goneAfterSeconds: 60,
        capacity: { web: 3, sms: 5, 'bot-framework': 3 },
        botFramework: 'own',
      },
      silenceMinutes: { web: 30, sms: 720 },
    });
    expect(content?.landlord.tasks).to.include({ default: 5, 'repair.no_heating_water': 1 });
  });

  it('is none where a pack names one time of a task: the others are as usual', () => {
    change('landlords/demo.yaml', 'links:\n', 'tasks: {rent.refund: 3}\nlinks:\n');

    expect(readContent(root, 'demo').content?.landlord.tasks).to.include({ 'rent.refund': 3, 'rent.arrears': 2 });
  });

  it('is found where the rule of a pack for texts contradicts itself, with its line and what helps', () => {
    change('landlords/demo.yaml', 'texts:\n', 'texts:\n  thread: {newAfterDays: 2, newAfterEndHours: 90}\n');

    const found = readContent(root, 'demo').faults.find(({ message }) => message.includes('newAfterEndHours'));
    expect(found).to.deep.include({ file: 'landlords/demo.yaml' });
    expect(found?.line).to.be.greaterThan(10);
    expect(found?.message).to.include('Make it at most 48');
  });

  it('is found where a nation leaves the stages to the landlord and the pack has none', () => {
    change('landlords/demo.yaml', 'nation: england', 'nation: northern-ireland');

    expect(messages().join('\n')).to.include('stages are missing: the law sets none, so the pack must');
  });

  it('is none where a pack is of Wales or Scotland', () => {
    for (const nation of ['wales', 'scotland']) {
      change('landlords/demo.yaml', /^nation: .*$/m, `nation: ${nation}`);
      expect(messages(), nation).to.deep.equal([]);
    }
  });

  it('is found where a step is never reached, or no way leads to an end', () => {
    change('dialogs/talk/goodbye.yaml', 'steps:', 'steps:\n  start: {say: bye, next: start}');

    expect(messages().join('\n')).to.include('no step leads here').and.to.include('no way leads to an end');
  });

  it('is found where the desk would have to ask on its way, or a team alone would open what nobody can', () => {
    change('dialogs/access/adjustment.yaml', 'desk: desk_log', 'desk: log');
    change('dialogs/safety/domestic_abuse.yaml', /^desk: .*\n/m, '');

    const found = messages().join('\n');
    expect(found).to.include('adjustment.yaml').and.to.include('desk: leads to go_on, which needs an answer');
    expect(found).to.include('says deskFor, but has no step for the desk');
  });

  it('is found where an action has an outcome without a way on', () => {
    change('dialogs/rent/balance.yaml', 'credit: credit, ', '');

    expect(messages().join('\n')).to.include('has no way on for rent.read: credit');
  });

  it('is found where a phrase is missing in one language, or has other placeholders', () => {
    change('locales/pl/talk.yaml', /^menu:/m, 'menus:');
    change('locales/cy/handover.yaml', '{agent}', '{name}');

    const found = messages().join('\n');
    expect(found).to.include('talk.menu is missing. Did you mean talk.menus?');
    expect(found).to.include('other placeholders than in en');
  });

  it('is found where a text cannot be read, has straight quotes, or lacks a plural form', () => {
    change('locales/en/talk.yaml', /^menu:.*$/m, 'menu: "What {can"');
    change('locales/en/ask.yaml', /^why:.*$/m, 'why: "It\'s for you."');
    change('locales/pl/handover.yaml', 'few {', 'two {');

    const found = messages().join('\n');
    expect(found)
      .to.include('talk.menu: is no message')
      .and.to.include('straight quote')
      .and.to.include('lacks the plural form');
  });

  it('is found where an urgent dialog does not begin with a number to ring', () => {
    change('locales/en/emergency.yaml', /\{gasEmergency\}/g, 'the gas people');
    change('locales/en/emergency.yaml', /999/g, 'the police');

    expect(messages().join('\n')).to.include('must hold a number to ring');
  });

  it('is found where a landlord pack names a team that there is not', () => {
    change('landlords/demo.yaml', 'rent: income', 'rent: incom');

    expect(messages().join('\n')).to.include('there is no team incom. Did you mean income?');
  });
});
