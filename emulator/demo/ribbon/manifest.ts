/** What a ribbon button does. */
export type RibbonAction =
  | { readonly kind: 'showPane'; readonly url: string }
  | { readonly kind: 'runFunction'; readonly name: string };

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Address of the largest icon. */
  readonly icon: string;
  readonly action: RibbonAction;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface Ribbon {
  readonly appName: string;
  readonly tab: string;
  readonly groups: readonly RibbonGroup[];
  /** Address of the task pane's page. */
  readonly paneUrl: string;
}

/** The first child element of that name, whatever its namespace prefix; throws where the manifest has none. */
function child(parent: Element, name: string): Element {
  const found = children(parent, name)[0];
  if (!found) throw new Error(`manifest.xml: <${parent.localName}> has no <${name}>`);
  return found;
}

function children(parent: Element, name: string): Element[] {
  return [...parent.children].filter((each) => each.localName === name);
}

function descendant(root: Document | Element, name: string): Element {
  const found = [...root.getElementsByTagNameNS('*', name)][0];
  if (!found) throw new Error(`manifest.xml has no <${name}>`);
  return found;
}

/** Resource id → value in the manifest's own language. */
function resources(root: Document): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const list of descendant(root, 'Resources').children) {
    for (const each of list.children) {
      found.set(each.getAttribute('id') ?? '', each.getAttribute('DefaultValue') ?? '');
    }
  }
  return found;
}

/**
 * Reads the command surface of an add-in's XML manifest, as Excel does to draw its ribbon.
 * Throws where an element or a resource that is named is not there.
 */
export function readRibbon(xml: string): Ribbon {
  const root = new DOMParser().parseFromString(xml, 'text/xml');
  const known = resources(root);
  const resource = (holder: Element, attribute = 'resid'): string => {
    const id = holder.getAttribute(attribute) ?? '';
    const value = known.get(id);
    if (value === undefined) throw new Error(`manifest.xml names the resource ${id}, which is not there`);
    return value;
  };
  const tab = descendant(root, 'CustomTab');
  return {
    appName: descendant(root, 'DisplayName').getAttribute('DefaultValue') ?? '',
    tab: resource(child(tab, 'Label')),
    groups: children(tab, 'Group').map((group) => ({
      label: resource(child(group, 'Label')),
      buttons: children(group, 'Control').map((control) => readButton(control, resource)),
    })),
    paneUrl: child(descendant(root, 'DefaultSettings'), 'SourceLocation').getAttribute('DefaultValue') ?? '',
  };
}

function readButton(control: Element, resource: (holder: Element) => string): RibbonButton {
  const icons = children(child(control, 'Icon'), 'Image').sort(
    (a, b) => Number(b.getAttribute('size')) - Number(a.getAttribute('size')),
  );
  const action = child(control, 'Action');
  const kind = action.getAttribute('xsi:type');
  return {
    id: control.getAttribute('id') ?? '',
    label: resource(child(control, 'Label')),
    tip: resource(child(child(control, 'Supertip'), 'Description')),
    icon: icons[0] ? resource(icons[0]) : '',
    action:
      kind === 'ExecuteFunction'
        ? { kind: 'runFunction', name: child(action, 'FunctionName').textContent?.trim() ?? '' }
        : { kind: 'showPane', url: resource(child(action, 'SourceLocation')) },
  };
}
