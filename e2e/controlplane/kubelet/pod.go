package kubelet

import (
	"context"
	"time"

	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	v1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
)

var everything = labels.Everything()

func (k *Kubelet) bind(ctx context.Context, pod *core.Pod) error {
	err := k.client.CoreV1().Pods(pod.Namespace).Bind(ctx, &core.Binding{
		ObjectMeta: v1.ObjectMeta{Name: pod.Name, UID: pod.UID},
		Target:     core.ObjectReference{Kind: "Node", Name: node},
	}, v1.CreateOptions{})
	if errors.IsConflict(err) || errors.IsNotFound(err) {
		return nil
	}
	return err
}

func (k *Kubelet) startContainers(ctx context.Context, pod *core.Pod) error {
	now := v1.Now()
	pod = pod.DeepCopy()
	pod.Status.Phase = core.PodRunning
	pod.Status.StartTime = &now
	pod.Status.HostIP = "127.0.0.1"
	pod.Status.PodIP = k.addresses.next()
	pod.Status.PodIPs = []core.PodIP{{IP: pod.Status.PodIP}}
	return k.writeStatus(ctx, pod, core.ConditionFalse)
}

func (k *Kubelet) setReady(ctx context.Context, pod *core.Pod) error {
	return k.writeStatus(ctx, pod.DeepCopy(), core.ConditionTrue)
}

func (k *Kubelet) writeStatus(ctx context.Context, pod *core.Pod, ready core.ConditionStatus) error {
	isReady := ready == core.ConditionTrue
	now := v1.Now()
	pod.Status.Conditions = nil
	for _, condition := range []core.PodConditionType{core.PodScheduled, core.PodInitialized} {
		pod.Status.Conditions = append(pod.Status.Conditions,
			core.PodCondition{Type: condition, Status: core.ConditionTrue, LastTransitionTime: now})
	}
	for _, condition := range []core.PodConditionType{core.ContainersReady, core.PodReady} {
		pod.Status.Conditions = append(pod.Status.Conditions,
			core.PodCondition{Type: condition, Status: ready, LastTransitionTime: now})
	}
	pod.Status.ContainerStatuses = nil
	for _, container := range pod.Spec.Containers {
		pod.Status.ContainerStatuses = append(pod.Status.ContainerStatuses, core.ContainerStatus{
			Name: container.Name, Image: container.Image, Ready: isReady, Started: &isReady,
			State: core.ContainerState{Running: &core.ContainerStateRunning{StartedAt: now}},
		})
	}
	_, err := k.client.CoreV1().Pods(pod.Namespace).UpdateStatus(ctx, pod, v1.UpdateOptions{})
	if errors.IsNotFound(err) {
		return nil
	}
	return err
}

// A pod that shuts down is no longer ready, and goes when its process has ended.
func (k *Kubelet) remove(ctx context.Context, pod *core.Pod) (time.Duration, error) {
	grace := int64(0)
	if pod.DeletionGracePeriodSeconds != nil {
		grace = *pod.DeletionGracePeriodSeconds
	}
	deleted := pod.DeletionTimestamp.Add(-time.Duration(grace) * time.Second)
	if left := time.Until(deleted.Add(k.options.GoneAfter)); left > 0 && pod.Spec.NodeName != "" {
		return left, nil
	}
	now := int64(0)
	err := k.client.CoreV1().Pods(pod.Namespace).Delete(ctx, pod.Name,
		v1.DeleteOptions{GracePeriodSeconds: &now, Preconditions: &v1.Preconditions{UID: &pod.UID}})
	if errors.IsNotFound(err) || errors.IsConflict(err) {
		return 0, nil
	}
	return 0, err
}

func isReady(pod *core.Pod) bool {
	for _, condition := range pod.Status.Conditions {
		if condition.Type == core.PodReady {
			return condition.Status == core.ConditionTrue
		}
	}
	return false
}
