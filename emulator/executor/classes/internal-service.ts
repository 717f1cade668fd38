import { WireError } from '../errors';
import type { ClassSpec, Remote, Session } from '../remote';

/** The service to which office.js says at start-up that it is ready for ribbon commands. */
const addinInternalService: ClassSpec<null> = {
  name: 'AddinInternalService',
  methods: { NotifyActionHandlerReady: () => null },
};

/** Objects that a batch makes by type name instead of reaching them from the workbook. */
export function internalService(typeName: string, session: Session): Remote {
  if (typeName === 'Microsoft.InternalService.AddinInternalService')
    return session.wrap(addinInternalService, null);
  throw new WireError(
    'ApiNotFound',
    `The API you are trying to use could not be found: ${typeName}`,
    typeName,
  );
}
