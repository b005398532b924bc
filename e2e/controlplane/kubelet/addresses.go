package kubelet

import "net/netip"

// Hands out the addresses of 10.244.0.0/16 one after another; none is used twice, so that an address tells its pod.
type addresses struct {
	last netip.Addr
}

func (a *addresses) next() string {
	if !a.last.IsValid() {
		a.last = netip.MustParseAddr("10.244.0.0")
	}
	a.last = a.last.Next()
	return a.last.String()
}
