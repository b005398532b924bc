import { IstioCorsPolicy } from './cors-policy';
import { checkHeaderOperations, renderHeaderOperations } from './header-operations';
import { checkHttpMatches, renderHttpMatch } from './http-match';
import { IstioHttpFault, IstioHttpMirror, IstioHttpRetries, IstioHttpRouteOptions } from './http-options';
import type { VirtualServiceSpecHttp } from '../../../../imports/networking.istio.io';
import { checkPositive, checkWhole, checkWholeSeconds } from '../../../core/checks/checks';
import { Problem } from '../../../core/checks/problems';
import { Wire } from '../../../core/constructs/wire';
import { goDuration } from '../../../core/duration';
import { compact, unlessEmpty } from '../../../core/manifest';

type Http = Wire<VirtualServiceSpecHttp>;

/** The part of an http route that says what it does, apart from where it leads. */
export function renderHttpOptions(options: IstioHttpRouteOptions) {
  return compact<Http>({
    name: options.name,
    match: unlessEmpty(options.match?.map(renderHttpMatch)),
    rewrite: options.rewrite && unlessEmpty(compact<NonNullable<Http['rewrite']>>({ uri: options.rewrite.uri, authority: options.rewrite.authority })),
    timeout: options.timeout && goDuration(options.timeout),
    retries: options.retries && renderRetries(options.retries),
    corsPolicy: options.cors && renderCors(options.cors),
    fault: options.fault && unlessEmpty(renderFault(options.fault)),
    mirrors: unlessEmpty(options.mirrors?.map(renderMirror)),
    headers: renderHeaderOperations(options.headers),
  });
}

export function checkHttpOptions(prop: string, options: IstioHttpRouteOptions): Problem[] {
  const { timeout, retries, fault, mirrors, cors } = options;
  return [
    ...checkHttpMatches(prop, options.match),
    ...checkPositive(`${prop}.timeout`, timeout),
    ...checkWhole('retry-attempts', `${prop}.retries.attempts`, retries?.attempts, { min: 0 }),
    ...checkPositive(`${prop}.retries.perTryTimeout`, retries?.perTryTimeout),
    ...checkPositive(`${prop}.fault.delay`, fault?.delay),
    ...checkShare(`${prop}.fault.delayPercentage`, fault?.delayPercentage),
    ...checkShare(`${prop}.fault.abortPercentage`, fault?.abortPercentage),
    ...checkWhole('http-status', `${prop}.fault.abortStatus`, fault?.abortStatus, { min: 200, max: 599 }),
    ...(mirrors ?? []).flatMap((mirror, index) => [
      ...mirror.destination._problems(`${prop}.mirrors[${index}].destination`),
      ...checkShare(`${prop}.mirrors[${index}].percentage`, mirror.percentage),
    ]),
    ...retries?.attempts === 0 && retries.perTryTimeout ? [{
      rule: 'retry-attempts', prop: `${prop}.retries`, wrong: 'no attempts are made, so none has a time', remedy: 'leave perTryTimeout out, or raise attempts',
    }] : [],
    ...checkWholeSeconds(`${prop}.cors.maxAge`, cors?.maxAge),
    ...checkHeaderOperations(`${prop}.headers`, options.headers),
    ...cors && cors.allowOrigins.length === 0 ? [{
      rule: 'cors-origin-present', prop: `${prop}.cors.allowOrigins`, wrong: 'is empty', remedy: 'name at least one origin',
    }] : [],
  ];
}

function renderRetries(retries: IstioHttpRetries) {
  return compact<NonNullable<Http['retries']>>({
    attempts: retries.attempts,
    perTryTimeout: retries.perTryTimeout && goDuration(retries.perTryTimeout),
    retryOn: retries.retryOn,
  });
}

function renderCors(cors: IstioCorsPolicy) {
  return compact<NonNullable<Http['corsPolicy']>>({
    allowOrigins: cors.allowOrigins.map((origin) => origin._toJson()),
    allowMethods: unlessEmpty(cors.allowMethods),
    allowHeaders: unlessEmpty(cors.allowHeaders),
    exposeHeaders: unlessEmpty(cors.exposeHeaders),
    maxAge: cors.maxAge && goDuration(cors.maxAge),
    allowCredentials: cors.allowCredentials,
  });
}

function renderFault(fault: IstioHttpFault) {
  return compact<NonNullable<Http['fault']>>({
    delay: fault.delay && { fixedDelay: goDuration(fault.delay), percentage: { value: fault.delayPercentage ?? 100 } },
    abort: fault.abortStatus === undefined ? undefined : { httpStatus: fault.abortStatus, percentage: { value: fault.abortPercentage ?? 100 } },
  });
}

function renderMirror(mirror: IstioHttpMirror) {
  return compact<NonNullable<Http['mirrors']>[number]>({
    destination: mirror.destination._toJson().destination,
    percentage: mirror.percentage === undefined ? undefined : { value: mirror.percentage },
  });
}

function checkShare(prop: string, share: number | undefined): Problem[] {
  return share === undefined || (share >= 0 && share <= 100) ? [] : [{
    rule: 'percentage-range', prop, wrong: 'must be from 0 to 100', got: share, remedy: 'pass a percentage',
  }];
}
