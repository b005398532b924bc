import { Condition, conditionOf, ConditionType } from '../../model/status';

/** A condition whose status and reason stay keeps its old text; another one moves to the end of the list. */
export function setCondition(conditions: readonly Condition[], condition: Condition): readonly Condition[] {
  const current = conditionOf(conditions, condition.type);
  return current && current.status === condition.status && current.reason === condition.reason
    ? conditions
    : [...withoutCondition(conditions, condition.type), condition];
}

export function withoutCondition(conditions: readonly Condition[], type: ConditionType): readonly Condition[] {
  return conditions.filter((condition) => condition.type !== type);
}
