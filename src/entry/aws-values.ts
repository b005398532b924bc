import { isIPv4, isIPv6 } from 'node:net';
import { Problem } from '../core/checks/problems';

const PARTITION = 'aws(?:-[a-z]+)*';
const ACM = new RegExp(`^arn:${PARTITION}:acm:([a-z]{2}(?:-[a-z]+)+-\\d):\\d{12}:certificate/[-0-9a-zA-Z]+$`);
const IAM = new RegExp(`^arn:${PARTITION}:iam::\\d{12}:server-certificate/[\\w+=,.@/-]+$`);
const WEB_ACL = new RegExp(`^arn:${PARTITION}:wafv2:([a-z]{2}(?:-[a-z]+)+-\\d):\\d{12}:regional/webacl/[\\w-]+/[-0-9a-f]+$`);
const TARGET_GROUP = new RegExp(`^arn:${PARTITION}:elasticloadbalancing:[a-z]{2}(?:-[a-z]+)+-\\d:\\d{12}:targetgroup/[-0-9a-zA-Z]{1,32}/[0-9a-f]+$`);

/** The region of an ARN; nothing for what is global. */
function regionOf(arn: string): string | undefined {
  return arn.split(':')[3] || undefined;
}

/** A certificate and a web ACL serve load balancers of their own region alone. */
export function checkArns(certificates: string[], webAcl?: string): Problem[] {
  const malformed = certificates.flatMap((arn, index) => ACM.test(arn) || IAM.test(arn) ? [] : [{
    rule: 'certificate-arn',
    prop: `certificateArns[${index}]`,
    wrong: 'is no ARN of a certificate',
    got: arn,
    remedy: 'write arn:aws:acm:REGION:ACCOUNT:certificate/ID, with the 12 digits of the account',
  }]);
  const acl: Problem[] = webAcl === undefined || WEB_ACL.test(webAcl) ? [] : [{
    rule: 'waf-acl-arn',
    prop: 'wafAclArn',
    wrong: 'is no ARN of a regional web ACL of WAFv2',
    got: webAcl,
    remedy: 'write arn:aws:wafv2:REGION:ACCOUNT:regional/webacl/NAME/ID; a global one is for CloudFront',
  }];
  if (malformed.length + acl.length > 0) {
    return [...malformed, ...acl];
  }
  const regions = [...new Set([...certificates, ...webAcl ? [webAcl] : []].flatMap((arn) => regionOf(arn) ?? []))];
  return [
    ...certificates.filter((arn, index) => certificates.indexOf(arn) !== index).map((arn) => ({
      rule: 'certificates-distinct', prop: 'certificateArns', wrong: 'a certificate stands twice', got: arn, remedy: 'name it once',
    })),
    ...regions.length < 2 ? [] : [{
      rule: 'regions-agree', prop: webAcl ? 'certificateArns, wafAclArn' : 'certificateArns', wrong: 'are of different regions', got: regions, remedy: 'use those of the region of the load balancer',
    }],
  ];
}

export function checkTargetGroupArn(prop: string, arn: string | undefined): Problem[] {
  return arn === undefined || TARGET_GROUP.test(arn) ? [] : [{
    rule: 'target-group-arn', prop, wrong: 'is no ARN of a target group', got: arn, remedy: 'write arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/NAME/ID',
  }];
}

export function checkCidrs(prop: string, cidrs: string[] | undefined): Problem[] {
  return (cidrs ?? []).flatMap((cidr, index) => isCidr(cidr) ? [] : [{
    rule: 'cidr', prop: `${prop}[${index}]`, wrong: 'is no range of addresses', got: cidr, remedy: 'write for instance 10.0.0.0/8 or 2001:db8::/32',
  }]);
}

function isCidr(text: string): boolean {
  const [address, bits, ...rest] = text.split('/');
  const max = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return rest.length === 0 && /^(0|[1-9]\d{0,2})$/.test(bits ?? '') && Number(bits) <= max;
}

export function checkLoadBalancerName(name: string | undefined): Problem[] {
  return name === undefined || (/^(?!internal-)[a-z0-9]([-a-z0-9]{0,30}[a-z0-9])?$/i.test(name)) ? [] : [{
    rule: 'load-balancer-name',
    prop: 'loadBalancerName',
    wrong: 'is no name of a load balancer',
    got: name,
    remedy: 'use at most 32 letters, digits and "-", with a letter or digit first and last, and not "internal-" first',
  }];
}

const MAX_TAGS = 47;
const TAG = /^[\p{L}\p{N} +\-=._:/@]*$/u;

export function checkTags(tags: { [key: string]: string } | undefined): Problem[] {
  const entries = Object.entries(tags ?? {});
  const many: Problem[] = entries.length <= MAX_TAGS ? [] : [{
    rule: 'tags-count', prop: 'tags', wrong: `are more than ${MAX_TAGS}, and AWS takes 50 with those of its controller`, got: entries.length, remedy: 'leave some out',
  }];
  return [...many, ...entries.flatMap(([key, value]) => {
    // The controller ends a key at the first "=".
    const named = key.length > 0 && key.length <= 128 && TAG.test(key) && !key.includes('=') && !/^aws:/i.test(key);
    return named && value.length <= 256 && TAG.test(value) ? [] : [{
      rule: 'tag',
      prop: `tags["${key}"]`,
      wrong: named ? 'has no value of a tag' : 'is no key of a tag',
      got: named ? value : key,
      remedy: 'use letters, digits, spaces and + - . _ : / @, up to 128 for the key and 256 for the value, and not "aws:" first',
    }];
  })];
}

/** The names are for AWS to judge, as new ones come; what would break the annotation apart is not. */
export function checkAttributes(prop: string, attributes: { [name: string]: string } | undefined): Problem[] {
  return Object.entries(attributes ?? {}).filter(([name, value]) => !/^[a-z0-9_]+(\.[a-z0-9_]+)+$/.test(name) || !/^[^,\\\s]+$/.test(value)).map(([name, value]) => ({
    rule: 'attribute', prop: `${prop}["${name}"]`, wrong: 'is no attribute', got: value, remedy: "write for instance { 'idle_timeout.timeout_seconds': '60' }",
  }));
}

/** A list that an annotation can hold: neither empty nor with an entry twice. */
export function checkList(prop: string, values: string[] | undefined): Problem[] {
  const all = values ?? [];
  const empty: Problem[] = values?.length === 0 ? [{ rule: 'list-present', prop, wrong: 'is empty', remedy: 'leave it out for the default' }] : [];
  return [...empty, ...all.filter((value, index) => value.trim() === '' || value.includes(',') || all.indexOf(value) !== index).map((value) => ({
    rule: 'list-entries', prop, wrong: 'has an entry that is empty, stands twice or holds a comma', got: value, remedy: 'name each once',
  }))];
}
