import { rootNamespace, type CustomXmlPart, type WorkbookModel } from '../../model';
import { invalidArgument, itemNotFound } from '../errors';
import type { ClassSpec } from '../remote';

interface Part {
  readonly workbook: WorkbookModel;
  readonly id: string;
}

interface Parts {
  readonly workbook: WorkbookModel;
  /** Only parts of this namespace, `null` for all. */
  readonly namespaceUri: string | null;
}

function find({ workbook, id }: Part): CustomXmlPart {
  const part = workbook.customXmlParts.find((one) => one.id === id);
  if (!part) throw itemNotFound(id);
  return part;
}

function checkXml(xml: unknown): string {
  if (typeof xml !== 'string' || !/<[^?!][^>]*>/.test(xml)) throw invalidArgument('xml');
  return xml;
}

const xmlPartClass: ClassSpec<Part> = {
  name: 'CustomXmlPart',
  scalars: {
    Id: { get: (part) => part.id },
    NamespaceUri: { get: (part) => find(part).namespaceUri },
  },
  methods: {
    GetXml: (part) => find(part).xml,
    SetXml: (part, [xml]) => part.workbook.setXmlPart(find(part).id, checkXml(xml)),
    Delete: (part) => part.workbook.setXmlPart(find(part).id, null),
  },
  identity: (part) => ({ Id: part.id }),
};

function members({ workbook, namespaceUri }: Parts): Part[] {
  const parts = workbook.customXmlParts.filter(
    (one) => namespaceUri === null || one.namespaceUri === namespaceUri,
  );
  return parts.map(({ id }) => ({ workbook, id }));
}

export const xmlPartsClass: ClassSpec<Parts> = {
  name: 'CustomXmlPartCollection',
  items: (parts, session) => members(parts).map((part) => session.wrap(xmlPartClass, part)),
  indexer: (parts, key, session) => {
    const part = members(parts).find((one) => one.id === key);
    if (!part) throw itemNotFound(String(key));
    return session.wrap(xmlPartClass, part);
  },
  methods: {
    Add: ({ workbook }, [xml], session) => {
      rootNamespace(checkXml(xml));
      const id = workbook.newId();
      workbook.setXmlPart(id, String(xml));
      return session.wrap(xmlPartClass, { workbook, id });
    },
    GetByNamespace: ({ workbook }, [namespaceUri], session) =>
      session.wrap(xmlPartsClass, { workbook, namespaceUri: String(namespaceUri) }),
    GetCount: (parts) => members(parts).length,
    GetItemOrNullObject: (parts, [key], session) => {
      const part = members(parts).find((one) => one.id === key);
      return part ? session.wrap(xmlPartClass, part) : null;
    },
    GetOnlyItem: (parts, _args, session) => {
      const [part, ...others] = members(parts);
      if (!part || others.length > 0) throw itemNotFound('the only item');
      return session.wrap(xmlPartClass, part);
    },
    GetOnlyItemOrNullObject: (parts, _args, session) => {
      const [part, ...others] = members(parts);
      return part && others.length === 0 ? session.wrap(xmlPartClass, part) : null;
    },
  },
};
