// Reads and checks all content at the start: dialogs, catalogues, the landlord's pack, the rules of its nation. One fault anywhere and
// nothing starts; all faults are told at once.

import { join } from 'node:path';
import type { EasyRead } from '../model/easy-read.ts';
import type { Landlord } from '../model/landlord.ts';
import type { NationRules } from '../model/nation-rules.ts';
import type { SupportService } from '../model/support.ts';
import { actions } from '../turn/actions/table.ts';
import type { Playbook } from '../turn/dialog/flow.ts';
import { topicsOf } from '../turn/dialog/topics.ts';
import type { Phrases } from '../turn/reply/ports.ts';
import type { Glossary } from '../turn/translator.ts';
import { type Catalogue, phrasesOf } from './catalogue.ts';
import { checkDialogs } from './check-dialogs.ts';
import { macroFaults } from './check-macros.ts';
import { checkPhrases } from './check-phrases.ts';
import { contentError, type Fault } from './fault.ts';
import { readOrMake } from './kept.ts';
import { hashOfContent, keptFiles, recorded } from './passed.ts';
import { type Dialogs, readDialogs } from './read-dialogs.ts';
import { type ReadGlossary, readGlossary } from './read-glossary.ts';
import { type Pack, readPack } from './read-landlord.ts';
import { type Locales, readLocales } from './read-locales.ts';
import type { Reviewed } from './reviews.ts';
import { wordLists } from './word-lists.ts';
import { filesIn, type YamlFiles } from './yaml-file.ts';

export interface Content {
  readonly playbook: Playbook;
  readonly phrases: Phrases;
  readonly landlord: Landlord;
  readonly rules: NationRules;
  /** Support agencies from the pack; none where it names a directory elsewhere. */
  readonly support: readonly SupportService[];
  /** The standard letters in easy read. */
  readonly easyRead: EasyRead;
  /** Every file of texts in a language of the landlord's, and every dialog. */
  readonly reviewed: readonly Reviewed[];
  /** For free text that a machine translates. */
  readonly glossary: Glossary;
  /** Files of example utterances, absolute. */
  readonly examples: readonly string[];
  /** The texts of an area as they are written, by key without the area: for pages that fill them in by themselves. */
  words(area: string, language: string): Readonly<Record<string, string>>;
}

/**
 * Checked when it is new. What passed once, with this code, is not checked again: that takes longer than all else of a start.
 *
 * @throws Error that lists every fault with file, line and remedy
 */
export function loadContent(root: string, landlordName: string): Content {
  const read = readParts(passedFiles(root, landlordName), landlordName);
  const content = contentOf(read);
  if (content === undefined) throw contentError(read.pack.faults);
  return content;
}

/** The files as they are, once they have passed every check. */
function passedFiles(root: string, landlordName: string): YamlFiles {
  return readOrMake(root, {
    name: `content-${landlordName}`,
    hash: hashOfContent(root, landlordName),
    make() {
      const files = recorded(filesIn(root));
      const { content, faults } = readFrom(files, landlordName);
      if (faults.length > 0 || content === undefined) throw contentError(faults);
      return files;
    },
    write: (files) => files.write(),
    read: (bytes) => keptFiles(root, bytes),
  });
}

/** The content as far as it can be read, with all its faults: for `npm run check`. */
export function readContent(root: string, landlordName: string): Read {
  return readFrom(filesIn(root), landlordName);
}

interface Read {
  readonly content?: Content | undefined;
  readonly faults: readonly Fault[];
}

interface Parts {
  readonly dialogs: Dialogs;
  readonly locales: Locales;
  readonly pack: Pack;
  readonly terms: ReadGlossary;
}

function readParts(from: YamlFiles, landlordName: string): Parts {
  const locales = readLocales(from);
  const tags = locales.catalogue.languages.map(({ tag }) => tag);
  return {
    dialogs: readDialogs(from),
    locales,
    pack: readPack(from, landlordName),
    terms: readGlossary(from.root, tags),
  };
}

function readFrom(from: YamlFiles, landlordName: string): Read {
  const parts = readParts(from, landlordName);
  const { dialogs, locales, pack } = parts;
  const { playbook, files } = dialogs;
  const { catalogue, easyRead } = locales;
  const read = [
    ...dialogs.faults,
    ...locales.faults,
    ...parts.terms.faults,
    ...pack.faults,
    ...wordFaults(catalogue),
    ...temperFaults(catalogue),
  ];
  const flow = checkDialogs({ playbook, files, actions });
  const { landlord, rules } = pack;
  if (landlord === undefined || rules === undefined) return { faults: [...read, ...flow] };
  const said = checkPhrases({ playbook, catalogue, places: locales, easyRead, actions, rules });
  const own = [
    ...languageFaults(landlord, catalogue, landlordName),
    ...handoverFaults(landlord, playbook, landlordName),
    ...ownMacroFaults(landlord, playbook, from, landlordName),
  ];
  return { content: contentOf(parts), faults: [...read, ...flow, ...said, ...own] };
}

function contentOf({ dialogs, locales: { catalogue, easyRead, reviewed }, pack, terms }: Parts): Content | undefined {
  const { landlord, rules } = pack;
  if (landlord === undefined || rules === undefined || easyRead === undefined) return undefined;
  return {
    playbook: dialogs.playbook,
    phrases: phrasesOf(catalogue, landlord.languages),
    landlord,
    rules,
    support: pack.support ?? [],
    easyRead,
    reviewed: [...landlord.languages.flatMap((tag) => reviewed.get(tag) ?? []), ...dialogs.reviewed],
    glossary: terms.glossary,
    examples: dialogs.examples,
    words: wordsOf(catalogue),
  };
}

function wordsOf(catalogue: Catalogue): Content['words'] {
  return (area, language) => {
    const prefix = `${area}.`;
    const texts = [...(catalogue.texts.get(language) ?? [])].filter(([key]) => key.startsWith(prefix));
    return Object.fromEntries(texts.map(([key, text]) => [key.slice(prefix.length), text]));
  };
}

function wordFaults(catalogue: Catalogue): readonly Fault[] {
  return catalogue.languages.flatMap(({ tag }) =>
    wordLists
      .filter((list) => (catalogue.words.get(tag)?.get(list) ?? []).length === 0)
      .map((list) => ({ file: `locales/${tag}/words.yaml`, message: `the list ${list} is missing.` })),
  );
}

/** A bare swear word among the words about people would make abuse of who swears at a leak. */
function temperFaults(catalogue: Catalogue): readonly Fault[] {
  return catalogue.languages.flatMap(({ tag }) => {
    const words = (list: string) => catalogue.words.get(tag)?.get(list) ?? [];
    const swear = words('swear');
    return ['abuse_person', 'abuse_threat', 'distress'].flatMap((list) =>
      words(list)
        .filter((each) => swear.includes(each))
        .map((each) => ({
          file: `locales/${tag}/words.yaml`,
          message: `${list} holds “${each}”, which is in swear: who swears at a thing insults nobody.`,
        })),
    );
  });
}

// biome-ignore lint/complexity/useMaxParams: as the others, and where its lines are
function ownMacroFaults(landlord: Landlord, playbook: Playbook, from: YamlFiles, name: string): readonly Fault[] {
  const { file, lineOf } = from.read(join(from.root, 'landlords', `${name}.yaml`));
  return macroFaults({ landlord, enquiries: topicsOf(playbook) }, (path, message) => ({
    file,
    line: lineOf(path),
    message: `${path.join('.')}: ${message}`,
  }));
}

function languageFaults(landlord: Landlord, catalogue: Catalogue, name: string): readonly Fault[] {
  const tags = catalogue.languages.map((language) => language.tag);
  return landlord.languages
    .filter((tag) => !tags.includes(tag))
    .map((tag) => ({
      file: `landlords/${name}.yaml`,
      message: `languages: there is no catalogue for ${tag}; there are ${tags.join(', ')}.`,
    }));
}

/** A dialog that hands over to a team by its name: without one, what is grave would go to the default team and nobody would know. */
function handoverFaults({ teams, routes }: Landlord, playbook: Playbook, name: string): readonly Fault[] {
  const wanted = [...playbook.values()].flatMap(({ steps }) =>
    Object.values(steps).flatMap((step) => ('handover' in step && step.handover !== 'route' ? [step.handover] : [])),
  );
  return [...new Set(wanted)]
    .filter((team) => teams[team]?.takesHandovers !== true && teams[routes[team] ?? '']?.takesHandovers !== true)
    .map((team) => ({
      file: `landlords/${name}.yaml`,
      message: `teams: dialogs hand over to ${team}; there must be such a team, or a route to one, that takes handovers.`,
    }));
}
