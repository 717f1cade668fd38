import { useState } from 'react';
import type { EntryPerson } from '../../../app/entry/desk';
import { entryWords } from '../../../locales/pages/entry';
import { useWordsOf } from '../../state/context';
import { Suggest } from './Suggest';

/** As many are listed at once. */
const LISTED = 40;

interface Props {
  readonly label: string;
  readonly persons: readonly EntryPerson[];
  readonly postName: (id: string) => string;
  readonly chosen: EntryPerson | undefined;
  readonly onChoose: (person: EntryPerson | undefined) => void;
}

function keyOf({ department, name, post }: EntryPerson): string {
  return JSON.stringify([department, name, post]);
}

/** Whose visit it is: typed, and found among the persons of the workbook. */
export function PersonField({ label, persons, postName, chosen, onChoose }: Props) {
  const words = useWordsOf(entryWords);
  const [typed, setTyped] = useState<string | null>(null);
  const value = typed ?? chosen?.name ?? '';
  const manyPosts = new Set(persons.map(({ post }) => post)).size > 1;
  const detailOf = ({ department, post }: EntryPerson): string =>
    manyPosts ? `${department} · ${postName(post)}` : department;
  const plain = (typed ?? '').replace(/\s/g, '');
  const matches = persons.filter((each) => `${each.name}${each.department}`.includes(plain));
  const isUnknown = typed !== null && typed !== '' && matches.length === 0;
  const choose = (person: EntryPerson | undefined) => {
    setTyped(null);
    onChoose(person);
  };
  const type = (text: string) => {
    const named = persons.filter(({ name }) => name === text.trim());
    setTyped(named.length === 1 ? null : text);
    onChoose(named.length === 1 ? named[0] : undefined);
  };
  return (
    <Suggest
      label={label}
      value={value}
      problem={persons.length === 0 ? words.nobody : isUnknown ? words.unknownPerson : undefined}
      suggestions={matches
        .slice(0, LISTED)
        .map((each) => ({ key: keyOf(each), text: each.name, detail: detailOf(each) }))}
      onType={type}
      onChoose={(key) => choose(persons.find((each) => keyOf(each) === key))}
    />
  );
}
