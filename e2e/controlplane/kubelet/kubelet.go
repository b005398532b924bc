// Package kubelet pretends to run pods: it binds them to a node, gives each an address of its own, says that they are
// ready, and lets deleted ones go.
package kubelet

import (
	"context"
	"strings"
	"time"

	core "k8s.io/api/core/v1"
	v1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	listers "k8s.io/client-go/listers/core/v1"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/util/workqueue"
)

const (
	node = "node"
	// HoldAnnotation on a namespace, "true": pods there that are not ready yet do not get ready.
	HoldAnnotation = "e2e.cdk8s-rollouts/hold"
	// A container image with this in its name starts and never gets ready.
	broken = "broken"
)

// Options are the kubelet's delays.
type Options struct {
	ReadyAfter time.Duration
	GoneAfter  time.Duration
}

// Kubelet is the one of the only node.
type Kubelet struct {
	options    Options
	client     kubernetes.Interface
	addresses  addresses
	pods       listers.PodLister
	namespaces listers.NamespaceLister
	factory    informers.SharedInformerFactory
	queue      workqueue.TypedRateLimitingInterface[cache.ObjectName]
}

// New makes a kubelet that does nothing yet.
func New(config *rest.Config, options Options) (*Kubelet, error) {
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return nil, err
	}
	factory := informers.NewSharedInformerFactory(client, 0)
	k := &Kubelet{
		options: options, client: client, factory: factory,
		pods:       factory.Core().V1().Pods().Lister(),
		namespaces: factory.Core().V1().Namespaces().Lister(),
		queue: workqueue.NewTypedRateLimitingQueue(
			workqueue.NewTypedItemExponentialFailureRateLimiter[cache.ObjectName](50*time.Millisecond, 2*time.Second)),
	}
	return k, k.watch()
}

func (k *Kubelet) watch() error {
	enqueue := func(object any) {
		if name, err := cache.ObjectToName(object); err == nil {
			k.queue.Add(name)
		}
	}
	pods := cache.ResourceEventHandlerFuncs{AddFunc: enqueue, UpdateFunc: func(_, pod any) { enqueue(pod) }}
	if _, err := k.factory.Core().V1().Pods().Informer().AddEventHandler(pods); err != nil {
		return err
	}
	namespaces := cache.ResourceEventHandlerFuncs{UpdateFunc: func(_, object any) {
		all, _ := k.pods.List(everything)
		for _, pod := range all {
			if pod.Namespace == object.(*core.Namespace).Name {
				enqueue(pod)
			}
		}
	}}
	_, err := k.factory.Core().V1().Namespaces().Informer().AddEventHandler(namespaces)
	return err
}

// Register makes the node known to the API server.
func (k *Kubelet) Register(ctx context.Context) error {
	_, err := k.client.CoreV1().Nodes().Create(ctx, &core.Node{ObjectMeta: v1.ObjectMeta{Name: node}}, v1.CreateOptions{})
	return err
}

// Run works until the context ends.
func (k *Kubelet) Run(ctx context.Context) {
	k.factory.Start(ctx.Done())
	k.factory.WaitForCacheSync(ctx.Done())
	go func() {
		<-ctx.Done()
		k.queue.ShutDown()
	}()
	for k.next(ctx) {
	}
	k.factory.Shutdown()
}

func (k *Kubelet) next(ctx context.Context) bool {
	name, shutdown := k.queue.Get()
	if shutdown {
		return false
	}
	defer k.queue.Done(name)
	pod, err := k.pods.Pods(name.Namespace).Get(name.Name)
	if err != nil {
		k.queue.Forget(name)
		return true
	}
	again, err := k.sync(ctx, pod)
	switch {
	case err != nil:
		k.queue.AddRateLimited(name)
	case again > 0:
		k.queue.AddAfter(name, again)
	default:
		k.queue.Forget(name)
	}
	return true
}

// Takes a pod one step further, and says after how long to look again; 0 is when it changes.
func (k *Kubelet) sync(ctx context.Context, pod *core.Pod) (time.Duration, error) {
	switch {
	case pod.DeletionTimestamp != nil:
		return k.remove(ctx, pod)
	case pod.Spec.NodeName == "":
		return 0, k.bind(ctx, pod)
	case pod.Status.PodIP == "":
		return 0, k.startContainers(ctx, pod)
	case isReady(pod) || k.isHeld(pod):
		return 0, nil
	}
	if left := time.Until(pod.Status.StartTime.Add(k.options.ReadyAfter)); left > 0 {
		return left, nil
	}
	return 0, k.setReady(ctx, pod)
}

func (k *Kubelet) isHeld(pod *core.Pod) bool {
	for _, container := range pod.Spec.Containers {
		if strings.Contains(container.Image, broken) {
			return true
		}
	}
	namespace, err := k.namespaces.Get(pod.Namespace)
	return err == nil && namespace.Annotations[HoldAnnotation] == "true"
}
