package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"net"
	"os"
	"path/filepath"

	"k8s.io/client-go/tools/clientcmd"
	clientcmdapi "k8s.io/client-go/tools/clientcmd/api"
	"k8s.io/client-go/util/cert"
)

const (
	kubeAPIServer         = "kube-apiserver"
	kubeControllerManager = "kube-controller-manager"
	rolloutsController    = "rollouts-controller"
)

// The files and addresses that the components share.
type cluster struct {
	etcd       string
	port       int
	cert       string
	key        string
	tokens     string
	signingKey string
	kubeconfig string
}

func newCluster(dir, etcd string) (*cluster, error) {
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	c := &cluster{
		etcd: etcd, port: port,
		cert:       filepath.Join(dir, "apiserver.crt"),
		key:        filepath.Join(dir, "apiserver.key"),
		tokens:     filepath.Join(dir, "tokens.csv"),
		signingKey: filepath.Join(dir, "service-account.key"),
		kubeconfig: filepath.Join(dir, "kubeconfig"),
	}
	token := make([]byte, 16)
	if _, err := rand.Read(token); err != nil {
		return nil, err
	}
	secret := hex.EncodeToString(token)
	if err := os.WriteFile(c.tokens, []byte(secret+",admin,admin,system:masters\n"), 0o600); err != nil {
		return nil, err
	}
	if err := writeKey(c.signingKey); err != nil {
		return nil, err
	}
	if err := c.writeCertificate(); err != nil {
		return nil, err
	}
	return c, c.writeKubeconfig(secret)
}

func (c *cluster) writeKubeconfig(token string) error {
	config := clientcmdapi.NewConfig()
	config.Clusters["local"] = &clientcmdapi.Cluster{
		Server:               fmt.Sprintf("https://127.0.0.1:%d", c.port),
		CertificateAuthority: c.cert,
	}
	config.AuthInfos["admin"] = &clientcmdapi.AuthInfo{Token: token}
	config.Contexts["local"] = &clientcmdapi.Context{Cluster: "local", AuthInfo: "admin"}
	config.CurrentContext = "local"
	return clientcmd.WriteToFile(*config, c.kubeconfig)
}

func (c *cluster) apiServerFlags() []string {
	return []string{
		"--etcd-servers=" + c.etcd,
		"--bind-address=127.0.0.1",
		"--advertise-address=127.0.0.1",
		fmt.Sprintf("--secure-port=%d", c.port),
		"--tls-cert-file=" + c.cert,
		"--tls-private-key-file=" + c.key,
		"--token-auth-file=" + c.tokens,
		"--authorization-mode=AlwaysAllow",
		"--endpoint-reconciler-type=none",
		"--service-cluster-ip-range=10.96.0.0/16",
		"--service-account-issuer=https://kubernetes.default.svc",
		"--service-account-key-file=" + c.signingKey,
		"--service-account-signing-key-file=" + c.signingKey,
	}
}

func (c *cluster) controllerManagerFlags() []string {
	return []string{
		"--kubeconfig=" + c.kubeconfig,
		"--secure-port=0",
		"--leader-elect=false",
		"--controllers=replicaset-controller,deployment-controller,endpointslice-controller,namespace-controller," +
			"serviceaccount-controller,garbage-collector-controller",
		"--kube-api-qps=200",
		"--kube-api-burst=400",
	}
}

func (c *cluster) rolloutsControllerFlags() []string {
	return []string{
		"--kubeconfig=" + c.kubeconfig,
		"--leader-elect=false",
		// It takes no address to listen at, only a port; below 0 it does not listen.
		"--metricsport=-1",
		"--healthzPort=-1",
	}
}

func (c *cluster) writeCertificate() error {
	pair, key, err := cert.GenerateSelfSignedCertKey("127.0.0.1", []net.IP{net.IPv4(127, 0, 0, 1)}, nil)
	if err != nil {
		return err
	}
	if err := os.WriteFile(c.key, key, 0o600); err != nil {
		return err
	}
	return os.WriteFile(c.cert, pair, 0o600)
}

func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

func writeKey(path string) error {
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		return err
	}
	block := &pem.Block{Type: "RSA PRIVATE KEY", Bytes: x509.MarshalPKCS1PrivateKey(key)}
	return os.WriteFile(path, pem.EncodeToMemory(block), 0o600)
}
