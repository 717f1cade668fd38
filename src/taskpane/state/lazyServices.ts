import type { EntryDesk } from '../../app/entry/desk';
import type { SchemesDesk } from '../../app/schemesDesk';
import type { Submission } from '../../app/submission';
import type { Corrections } from '../../cycle/corrections/desk';
import type { PaneServices } from './services';

/**
 * Services whose engine is loaded with the first call that needs it, so that the first view need not wait for it.
 * What is answered at once works on an evaluation, and whoever has one has loaded the engine.
 */
export function lazyServices(load: () => Promise<PaneServices>): PaneServices {
  let loaded: PaneServices | null = null;
  let loading: Promise<PaneServices> | null = null;
  // Calls that come together share one engine: what a read has found is kept there.
  const services = async () => {
    try {
      return (loaded ??= await (loading ??= load()));
    } finally {
      loading = null;
    }
  };
  const now = () => {
    if (!loaded) throw new Error('an evaluation came from elsewhere: the engine is not loaded');
    return loaded;
  };
  return {
    check: async (...call) => (await services()).check(...call),
    plan: async (...call) => (await services()).plan(...call),
    planOf: (...call) => now().planOf(...call),
    fill: async (...call) => (await services()).fill(...call),
    undo: async (...call) => (await services()).undo(...call),
    undoable: () => loaded?.undoable() ?? null,
    select: async (...call) => (await services()).select(...call),
    explain: (...call) => now().explain(...call),
    summaryState: (...call) => now().summaryState(...call),
    rememberedPeriod: (...call) => now().rememberedPeriod(...call),
    setPeriod: async (...call) => (await services()).setPeriod(...call),
    setRulings: async (...call) => (await services()).setRulings(...call),
    snapshotToSave: (...call) => now().snapshotToSave(...call),
    addTemplate: async (...call) => (await services()).addTemplate(...call),
    addExample: async (...call) => (await services()).addExample(...call),
    answer: async (...call) => (await services()).answer(...call),
    forget: async (...call) => (await services()).forget(...call),
    previewRulings: (...call) => now().previewRulings(...call),
    rules: {
      pending: (...call) => now().rules.pending(...call),
      write: async () => (await services()).rules.write(),
      takeOver: async (...call) => (await services()).rules.takeOver(...call),
      giveUp: async () => (await services()).rules.giveUp(),
    },
    entry: lazyEntry(
      async () => (await services()).entry,
      () => now().entry,
    ),
    corrections: lazyCorrections(async () => (await services()).corrections),
    schemes: lazySchemes(
      async () => (await services()).schemes,
      () => now().schemes,
    ),
    follower: {
      watch: async (...call) => (await services()).follower.watch(...call),
      follow: async (...call) => (await services()).follower.follow(...call),
      prepare: async (...call) => (await services()).follower.prepare(...call),
      missed: () => loaded?.follower.missed(),
    },
    submission: lazySubmission(async () => (await services()).submission),
  };
}

function lazyEntry(load: () => Promise<EntryDesk>, now: () => EntryDesk): EntryDesk {
  return {
    choices: (...call) => now().choices(...call),
    acceptance: (...call) => now().acceptance(...call),
    serial: (...call) => now().serial(...call),
    preview: (...call) => now().preview(...call),
    enter: async (...call) => (await load()).enter(...call),
  };
}

function lazySubmission(load: () => Promise<Submission>): Submission {
  return {
    offers: async (...call) => (await load()).offers(...call),
    fix: async (...call) => (await load()).fix(...call),
    mark: async (...call) => (await load()).mark(...call),
    removeMarks: async () => (await load()).removeMarks(),
    report: async (...call) => (await load()).report(...call),
    seal: async (...call) => (await load()).seal(...call),
    verify: async (...call) => (await load()).verify(...call),
  };
}

function lazySchemes(load: () => Promise<SchemesDesk>, now: () => SchemesDesk): SchemesDesk {
  return {
    list: (...call) => now().list(...call),
    use: async (...call) => (await load()).use(...call),
    template: async (...call) => (await load()).template(...call),
    look: async (...call) => (await load()).look(...call),
    fill: async (...call) => (await load()).fill(...call),
    writeRules: async (...call) => (await load()).writeRules(...call),
    takeRulesOver: async (...call) => (await load()).takeRulesOver(...call),
    giveRulesUp: async (...call) => (await load()).giveRulesUp(...call),
  };
}

function lazyCorrections(load: () => Promise<Corrections>): Corrections {
  return {
    preview: async (...call) => (await load()).preview(...call),
    correct: async (...call) => (await load()).correct(...call),
  };
}
